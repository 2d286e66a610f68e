"""An agent of the framework on a model that runs on this machine."""

from agent_framework_foundry_local import FoundryLocalClient

from ours import Desk

# evidence: microsoft.agent_framework/agent
agent = FoundryLocalClient(model="qwen2.5-1.5b").as_agent(name="Desk")
# ok: microsoft.agent_framework/agent
desk = Desk().open(name="Desk")
