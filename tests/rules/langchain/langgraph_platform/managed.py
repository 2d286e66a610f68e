"""An agent for Managed Deep Agents, with what the vendor holds for it."""

from managed_deepagents import define_deep_agent, define_identity, define_memory, define_sandbox
from managed_deepagents.connectors import langsmith

from shop import define_deep_agent as define_yard

# evidence: langchain.langgraph_platform/managed-agent
agent = define_deep_agent(name="claims", model=settings.model)
# ok: langchain.langgraph_platform/managed-agent
yard = define_yard(name="claims")
# evidence: langchain.langgraph_platform/agent-auth
identity = define_identity(threads="actor")
# evidence: langchain.langgraph_platform/server-memory
memory = define_memory(scope="agent")
# evidence: langchain.langgraph_platform/hosted-sandbox
sandbox = define_sandbox(idle_ttl_seconds=900)
# evidence: langchain.langgraph_platform/trace-reading
connector = langsmith.connector(
    # evidence: langchain.langgraph_platform/trace-reading
    langsmith.feedback(id="claims", scope="run"),
)
