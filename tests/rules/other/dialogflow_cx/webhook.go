package example

import (
	cx "cloud.google.com/go/dialogflow/cx/apiv3/cxpb"
)

// evidence: other.dialogflow_cx/webhook-type
func answer(request *cx.WebhookRequest) *cx.WebhookResponse {
	// evidence: other.dialogflow_cx/webhook-type
	return &cx.WebhookResponse{
		// evidence: other.dialogflow_cx/webhook-session-type
		SessionInfo: &cx.SessionInfo{Parameters: values},
		// ok: other.dialogflow_cx/webhook-type, other.dialogflow_cx/webhook-session-type
		FulfillmentResponse: reply,
	}
}
