resource "terraform_data" "start" {
  provisioner "local-exec" {
    # evidence: other.dialogflow_cx/web-address
    command = "curl -X PATCH https://${var.region}-dialogflow.googleapis.com/v3/projects/${var.project}/locations/${var.region}/agents/${var.agent}/flows/start"
  }
}

# evidence: other.dialogflow_cx/infrastructure
resource "google_ces_agent" "claims" {
  display_name = "claims"
}

# evidence: other.dialogflow_cx/infrastructure
resource "google_dialogflow_cx_agent" "claims" {
  advanced_settings {
    logging_settings {
      # evidence: other.dialogflow_cx/log-names
      enable_interaction_logging = true
    }
  }
}

# ok: other.dialogflow_cx/infrastructure, other.dialogflow_cx/web-address
resource "google_cloud_run_v2_service" "own" {
  name = "dialogflow.googleapis.com/v2"
}
