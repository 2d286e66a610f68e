resource "aws_cloudwatch_metric_alarm" "slow_model" {
  # evidence: aws.bedrock_runtime/metrics
  namespace   = "AWS/Bedrock"
  metric_name = "InvocationLatency"
}

resource "aws_cloudwatch_metric_alarm" "blocked" {
  # evidence: aws.bedrock_runtime/metrics
  namespace   = "AWS/Bedrock/Guardrails"
  metric_name = "InvocationsIntervened"
}

resource "aws_cloudwatch_metric_alarm" "agents" {
  # ok: aws.bedrock_runtime/metrics
  namespace = "AWS/Bedrock/Agents"
}

resource "aws_cloudwatch_metric_alarm" "own" {
  # ok: aws.bedrock_runtime/metrics
  namespace = "Claims/Agent"
}

resource "datadog_monitor" "slow_model" {
  type  = "metric alert"
  # evidence: aws.bedrock_runtime/metrics
  query = "avg(last_10m):avg:aws.bedrock.invocation_latency{*} by {modelid} > 30000"
}

resource "datadog_monitor" "own" {
  # ok: aws.bedrock_runtime/metrics
  query = "avg(last_10m):avg:claims.agent.latency{*} > 30000"
}

resource "aws_cloudwatch_dashboard" "model" {
  dashboard_name = "model"
  dashboard_body = jsonencode({
    widgets = [{
      type = "metric"
      properties = {
        metrics = [
          # evidence: aws.bedrock_runtime/metrics
          ["AWS/Bedrock", "InputTokenCount"],
          # ok: aws.bedrock_runtime/metrics
          ["AWS/Lambda", "Duration"]
        ]
      }
    }]
  })
}
