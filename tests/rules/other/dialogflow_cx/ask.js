const { SessionsClient } = require("@google-cloud/dialogflow-cx");

// evidence: other.dialogflow_cx/client
const client = new SessionsClient();
// evidence: other.dialogflow_cx/session-values
const session = client.projectLocationAgentSessionPath("p", "l", "a", "s");
// ok: other.dialogflow_cx/session-values
const page = client.pagePath("p", "l", "a", "f", "p1");

export async function ask(request) {
  const [answer] = await client.detectIntent(request);
  // evidence: other.dialogflow_cx/step-fields
  const intent = answer.queryResult.intent.displayName;
  // ok: other.dialogflow_cx/step-fields
  return { intent, said: answer.queryResult.responseMessages };
}
