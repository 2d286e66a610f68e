"""Talks to an agent of CX Agent Studio, and loads one."""

import requests
from google.cloud import ces_v1beta

# evidence: other.dialogflow_cx/client
client = ces_v1beta.SessionServiceClient()
# ok: other.dialogflow_cx/client
location = ces_v1beta.types.Location()


def load(parent, agent):
    # evidence: other.dialogflow_cx/web-address
    requests.post(f"https://ces.googleapis.com/v1beta/{parent}/apps:importApp", timeout=9)
    # ok: other.dialogflow_cx/web-address
    requests.get("https://ces.googleapis.com/v1beta/operations", timeout=9)
