"""Talks to an agent of CX Agent Studio, and loads one."""

import requests
from google.cloud import ces_v1beta
from google.cloud import dialogflow_v2beta1 as dialogflow

# evidence: other.dialogflow_cx/client
client = ces_v1beta.SessionServiceClient()
# ok: other.dialogflow_cx/client
location = ces_v1beta.types.Location()


def load(parent, agent):
    # evidence: other.dialogflow_cx/web-address
    requests.post(f"https://ces.googleapis.com/v1beta/{parent}/apps:importApp", timeout=9)
    # ok: other.dialogflow_cx/web-address
    requests.get("https://ces.googleapis.com/v1beta/operations", timeout=9)


def profile(agent):
    return dialogflow.ConversationProfile(
        display_name="claims",
        # evidence: other.dialogflow_cx/client
        automated_agent_config=dialogflow.AutomatedAgentConfig(agent=agent),
    )
