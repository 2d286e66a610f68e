"""Talks to a Copilot Studio agent."""

import requests
from microsoft_agents.copilotstudio.client import ConnectionSettings, CopilotClient

from copilot import CopilotClient as OtherClient

# evidence: microsoft.copilot_studio/api-scope
SCOPES = ["https://api.powerplatform.com/.default"]
# ok: microsoft.copilot_studio/api-scope
GRAPH = ["https://graph.microsoft.com/.default"]
# evidence: microsoft.copilot_studio/agent-address, microsoft.copilot_studio/token-address
TOKEN = "https://x.07.environment.api.powerplatform.com/powervirtualagents/botsbyschema/acme_claims/directline/token?api-version=1"
# ok: microsoft.copilot_studio/agent-address
ADMIN = "https://x.07.environment.api.powerplatform.com/connectivity/connectors"
# evidence: microsoft.copilot_studio/direct-line, microsoft.copilot_studio/direct-line-conversation
CHANNEL = "https://directline.botframework.com/v3/directline/conversations"
# ok: microsoft.copilot_studio/direct-line, microsoft.copilot_studio/direct-line-conversation
PROXY = "https://directline.example.com/v3/conversations"


async def ask(question, token):
    # evidence: microsoft.copilot_studio/agent-client
    client = CopilotClient(ConnectionSettings(), token)
    # ok: microsoft.copilot_studio/agent-client
    other = OtherClient()
    # evidence: microsoft.copilot_studio/conversation, microsoft.copilot_studio/conversation-untraced, microsoft.copilot_studio/agent-asked
    async for activity in client.start_conversation():
        print(activity.text)
    # ok: microsoft.copilot_studio/conversation, microsoft.copilot_studio/conversation-untraced, microsoft.copilot_studio/agent-asked
    other.ask_question(question)
    # evidence: microsoft.copilot_studio/conversation, microsoft.copilot_studio/conversation-untraced, microsoft.copilot_studio/agent-asked
    async for activity in client.ask_question(question, "c1"):
        print(activity.text)


class Desk:
    def __init__(self, connection):
        self.connection = connection

    async def ask(self, question):
        # evidence: microsoft.copilot_studio/conversation, microsoft.copilot_studio/conversation-untraced, microsoft.copilot_studio/agent-asked
        async for reply in self.connection.ask_question(question, "c1"):
            # evidence: microsoft.copilot_studio/plan-events
            if reply.value_type == "DynamicPlanStepTriggered":
                print(reply.value["thought"])
            # ok: microsoft.copilot_studio/plan-events
            if reply.value_type == "DynamicPlanner":
                print(reply.value)


def poll(conversation, mark):
    # evidence: microsoft.copilot_studio/watermark-address
    answer = requests.get(f"{CHANNEL}/{conversation}/activities?watermark={mark}").json()
    # ok: microsoft.copilot_studio/watermark, microsoft.copilot_studio/watermark-address
    print(answer["activities"])
    # evidence: microsoft.copilot_studio/watermark
    return answer["watermark"]


def history(environment):
    # evidence: microsoft.copilot_studio/transcript-table
    rows = requests.get(f"{environment}/api/data/v9.2/conversationtranscripts?$top=10").json()
    # ok: microsoft.copilot_studio/transcript-table
    return rows, requests.get(f"{environment}/api/data/v9.2/accounts").json()


def explain():
    # evidence: microsoft.copilot_studio/portal-message
    print("Open Copilot Studio > Settings and switch the agent on.")
    # ok: microsoft.copilot_studio/portal-message
    print("Copilot Studio did not answer.")
