"""Puts an agent into Gemini Enterprise and asks it."""

import requests
from google.cloud import discoveryengine_v1 as discoveryengine
from google.cloud.discoveryengine_v1 import SearchServiceClient

HOST = "https://discoveryengine.googleapis.com/v1alpha/"


def register(project: str, app: str, engine: str, token: str) -> None:
    url = (
        # evidence: google.agent_engine/enterprise-agent
        f"https://discoveryengine.googleapis.com/v1alpha/projects/{project}/locations/global/"
        f"collections/default_collection/engines/{app}/assistants/default_assistant/agents"
    )
    # evidence: google.agent_engine/enterprise-agent
    body = {"displayName": "Claims", "adk_agent_definition": {"tool_settings": {}}}
    requests.post(url, json=body, headers={"Authorization": token})
    # ok: google.agent_engine/enterprise-agent
    requests.post(f"{HOST}projects/{project}/locations/global/collections/default_collection/engines/{app}/servingConfigs/default_search:search")


def sign_in(project: str, name: str, token: str) -> None:
    # evidence: google.agent_engine/enterprise-sign-in
    url = f"{HOST}projects/{project}/locations/global/authorizations?authorizationId={name}"
    # evidence: google.agent_engine/enterprise-sign-in
    requests.post(url, json={"serverSideOauth2": {"clientId": "x"}})
    # ok: google.agent_engine/enterprise-sign-in
    requests.get(f"{HOST}projects/{project}/locations/global/operations")


# evidence: google.agent_engine/enterprise-agent
assistant = discoveryengine.AssistantServiceClient()
# ok: google.agent_engine/enterprise-agent
search = SearchServiceClient()


def parent(project, engine):
    # evidence: google.agent_engine/enterprise-agent
    return f"projects/{project}/locations/global/collections/default_collection/engines/{engine}/assistants/default_assistant"


def engine_name(project, engine):
    # ok: google.agent_engine/enterprise-agent
    return f"projects/{project}/locations/global/collections/default_collection/engines/{engine}"
