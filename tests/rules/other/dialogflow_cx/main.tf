# evidence: other.dialogflow_cx/infrastructure
resource "google_dialogflow_cx_flow" "claims" {
  display_name = "claims"
}

# evidence: other.dialogflow_cx/infrastructure-tools
resource "google_dialogflow_cx_webhook" "lookup" {
  display_name = "lookup"
}

# ok: other.dialogflow_cx/infrastructure, other.dialogflow_cx/infrastructure-tools
resource "google_dialogflow_entity_type" "old" {
  display_name = "old"
}
