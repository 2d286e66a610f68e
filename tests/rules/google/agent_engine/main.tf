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
