"""Agents of AG2 with functions and a shared state."""

from autogen import ConversableAgent
from autogen.agentchat.group import ContextVariables

from shop import ContextVariables as Yard

# evidence: microsoft.agent_framework/saved-state
shared = ContextVariables(data={"claim": 1})
# ok: microsoft.agent_framework/saved-state
yard = Yard(data={"claim": 1})
# evidence: microsoft.agent_framework/agent, microsoft.agent_framework/tool
clerk = ConversableAgent(name="clerk", functions=[look])
# evidence: microsoft.agent_framework/agent
# ok: microsoft.agent_framework/tool
reader = ConversableAgent(name="reader")
