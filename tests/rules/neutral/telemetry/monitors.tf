resource "datadog_monitor" "tokens" {
  type  = "metric alert"
  # evidence: neutral.telemetry/genai-attribute
  query = "sum(last_1h):sum:gen_ai.client.token.usage{service:claims} > 1000000"
}

resource "datadog_monitor" "disk" {
  type  = "metric alert"
  # ok: neutral.telemetry/genai-attribute
  query = "avg(last_5m):avg:system.disk.in_use{*} > 0.9"
}

resource "grafana_dashboard" "agent" {
  # evidence: neutral.telemetry/genai-attribute
  config_json = <<-BODY
    {"panels": [{"targets": [{"expr": "sum(rate(gen_ai_client_operation_duration_seconds_count[5m]))"}]}]}
  BODY
}

resource "grafana_dashboard" "models" {
  # evidence: neutral.telemetry/genai-attribute
  config_json = <<-BODY
    {
      "panels": [
        {"targets": [{"expr": "sum(rate(gen_ai_client_token_usage_sum[5m]))"}]}
      ]
    }
  BODY
}
