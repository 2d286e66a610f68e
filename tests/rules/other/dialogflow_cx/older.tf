# evidence: other.dialogflow_cx/infrastructure
resource "google_dialogflow_agent" "desk" {
  display_name = "desk"
}

# ok: other.dialogflow_cx/infrastructure
resource "google_project_service" "dialogflow" {
  service = "dialogflow.googleapis.com"
}
