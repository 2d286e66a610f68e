require "google/apis/dialogflow_v3"

class Ask
  def call(session, text)
    service = Google::Apis::DialogflowV3::DialogflowService.new
    # evidence: other.dialogflow_cx/detect-intent-sdk
    request = Google::Apis::DialogflowV3::GoogleCloudDialogflowCxV3DetectIntentRequest.new(query_input: { text: { text: text } })
    # evidence: other.dialogflow_cx/detect-intent-sdk
    service.detect_project_location_agent_session_intent(session, request)
    # ok: other.dialogflow_cx/detect-intent-sdk
    shop.detect_intent(text)
  end
end
