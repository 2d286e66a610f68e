from agentscope.agent import ReActAgent
from agentscope.memory import InMemoryMemory

# evidence: other.agentscope/agent
agent = ReActAgent(
    name="desk",
    # evidence: other.agentscope/memory
    memory=InMemoryMemory(),
)
# ok: other.agentscope/agent
clerk = Clerk(name="desk")
