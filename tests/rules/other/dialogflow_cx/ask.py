from google.cloud import dialogflow
from google.cloud import dialogflowcx_v3 as cx

# evidence: other.dialogflow_cx/client
client = cx.SessionsClient()
# evidence: other.dialogflow_cx/client
old = dialogflow.SessionsClient()
# ok: other.dialogflow_cx/client
kinds = dialogflow.EntityTypesClient()
# evidence: other.dialogflow_cx/session-values
SESSION = "projects/p/locations/global/agents/a1/sessions/s1"
# ok: other.dialogflow_cx/session-values
OTHER = "projects/p/locations/global/agents/a1"


def webhook(body):
    # evidence: other.dialogflow_cx/webhook-format, other.dialogflow_cx/webhook-answer
    tag = body["fulfillmentInfo"]["tag"]
    # ok: other.dialogflow_cx/webhook-format
    payload = {"payload": tag}
    # evidence: other.dialogflow_cx/webhook-session
    known = body["sessionInfo"]
    # ok: other.dialogflow_cx/webhook-session
    own = body["session"]
    return payload, known, own


# evidence: other.dialogflow_cx/log-names
LOG = "projects/p/logs/dialogflow-runtime.googleapis.com%2Frequests"
# ok: other.dialogflow_cx/log-names
AUDIT = "projects/p/logs/run.googleapis.com%2Frequests"
