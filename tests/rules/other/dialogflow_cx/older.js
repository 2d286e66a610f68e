const dialogflow = require("dialogflow");

// evidence: other.dialogflow_cx/client
const client = new dialogflow.SessionsClient();
// ok: other.dialogflow_cx/client
const contexts = new dialogflow.ContextsClient();
// evidence: other.dialogflow_cx/session-values
const session = client.sessionPath("p", "s");
// ok: other.dialogflow_cx/session-values
const other = shop.sessionPath("p", "s");
