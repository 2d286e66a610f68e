from agent_framework.azure import AzureAIClient
from azure.ai.voicelive.aio import AgentSessionConfig, connect
from azure.ai.voicelive.models import FunctionTool

from ours import Client, connect as reach

# evidence: microsoft.foundry_agents/tool-settings
FIND = FunctionTool(name="find_policy", parameters={"type": "object"})


async def talk(endpoint, credential):
    # evidence: microsoft.foundry_agents/voice-agent
    config: AgentSessionConfig = {"agent_name": "claims", "project_name": "desk"}
    # evidence: microsoft.foundry_agents/voice-agent
    async with connect(endpoint=endpoint, credential=credential, agent_config=config) as connection:
        await connection.response.create()
    # ok: microsoft.foundry_agents/voice-agent
    async with reach(endpoint=endpoint, agent_config=config) as other:
        await other.close()
    # evidence: microsoft.foundry_agents/voice-agent
    return f"{endpoint}/voice-live/realtime?api-version=2026-04-10&agent-project-name=desk&agent-name=claims"


def made():
    # evidence: microsoft.foundry_agents/wrapper-class
    client = AzureAIClient(agent_name="claims")
    # evidence: microsoft.foundry_agents/agent-prompt
    hosted = client.as_agent(name="claims", instructions="Answer questions on claims.")
    # ok: microsoft.foundry_agents/agent-prompt
    own = Client().as_agent(name="claims", instructions="Answer questions on claims.")
    return hosted, own
