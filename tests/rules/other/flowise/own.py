import requests

# evidence: other.flowise/own-server-call
BASE = "http://localhost:3000/api/v1/prediction/"
# ok: other.flowise/own-server-call
OTHER = "http://localhost:3000/api/v1/predictions"


def ask(flow, text):
    return requests.post(BASE + flow, json={"question": text}, timeout=60).json()
