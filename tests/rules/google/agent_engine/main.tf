# evidence: google.agent_engine/infrastructure
resource "google_vertex_ai_reasoning_engine" "claims" {
  display_name = "claims"
  spec {
    # evidence: google.agent_engine/package-specification
    package_spec {
      pickle_object_gcs_uri = "gs://b/agent.pkl"
    }
  }
  # ok: google.agent_engine/package-specification
  region = "us-central1"
}

# ok: google.agent_engine/infrastructure
resource "google_vertex_ai_endpoint" "model" {
  name = "model"
}

resource "google_monitoring_alert_policy" "slow" {
  # evidence: google.agent_engine/metric-names
  filter = "metric.type=\"aiplatform.googleapis.com/reasoning_engine/request_latencies\""
}

resource "google_monitoring_alert_policy" "endpoint" {
  # ok: google.agent_engine/metric-names
  filter = "metric.type=\"aiplatform.googleapis.com/prediction/online/error_count\""
}

resource "google_monitoring_alert_policy" "errors" {
  conditions {
    condition_prometheus_query_language {
      # evidence: google.agent_engine/metric-names
      query = <<-EOT
        sum(rate(aiplatform_googleapis_com:reasoning_engine_request_count{response_code=~"5.."}[5m]))
          > 3
      EOT
    }
  }
  conditions {
    condition_prometheus_query_language {
      # ok: google.agent_engine/metric-names
      query = "sum(rate(run_googleapis_com:request_count[5m])) > 3"
    }
  }
}

# evidence: google.agent_engine/infrastructure
resource "google_vertex_ai_reasoning_engine" "quiz" {
  spec {
    # evidence: google.agent_engine/package-specification
    source_code_spec {
      # evidence: google.agent_engine/declared-agent
      agent_config_source {
        adk_config {
          # evidence: google.agent_engine/declared-model
          json_config = jsonencode({ name = "quiz", model = "gemini-2.5-flash" })
        }
      }
    }
  }
}

# evidence: google.agent_engine/infrastructure
resource "google_vertex_ai_reasoning_engine" "plain" {
  # ok: google.agent_engine/declared-agent, google.agent_engine/declared-model
  display_name = "plain"
}

module "desk" {
  # evidence: google.agent_engine/infrastructure
  source = "github.com/GoogleCloudPlatform/cloud-foundation-fabric//modules/agent-engine?ref=v57.0.0"
  agent_engine_config = {
    environment_variables = {
      # evidence: google.agent_engine/tracing-switch
      GOOGLE_CLOUD_AGENT_ENGINE_ENABLE_TELEMETRY = "true"
    }
  }
}

module "network" {
  # ok: google.agent_engine/infrastructure
  source = "github.com/GoogleCloudPlatform/cloud-foundation-fabric//modules/net-vpc?ref=v57.0.0"
}
