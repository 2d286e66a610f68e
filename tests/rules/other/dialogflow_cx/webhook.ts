import { protos } from "@google-cloud/dialogflow-cx";

export function answer(request: protos.google.cloud.dialogflow.cx.v3.IWebhookRequest) {
  const response: protos.google.cloud.dialogflow.cx.v3.IWebhookResponse = {};
  // evidence: other.dialogflow_cx/webhook-answer
  response.fulfillmentResponse = { messages: [{ text: { text: ["Done"] } }] };
  // ok: other.dialogflow_cx/webhook-answer
  response.payload = {};
  return response;
}
