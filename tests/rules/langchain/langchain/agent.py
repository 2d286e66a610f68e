"""Building blocks of LangChain."""

from langchain.agents import AgentExecutor, create_tool_calling_agent
from langchain.chat_models import init_chat_model
from langchain_community.chat_message_histories import RedisChatMessageHistory
from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.tools import BaseTool, create_retriever_tool, tool


# evidence: langchain.langchain/tool
@tool
def lookup(number: str) -> str:
    """Find a policy."""
    return number


# ok: langchain.langchain/tool
def helper(number: str) -> str:
    return number


# evidence: langchain.langchain/callback-handler
class Steps(BaseCallbackHandler):
    pass


# ok: langchain.langchain/callback-handler
class Other(object):
    pass


# evidence: langchain.langchain/neutral-model
model = init_chat_model("anthropic:claude-sonnet-4-6")
# ok: langchain.langchain/neutral-model
other = load_model("x")
# evidence: langchain.langchain/bound-tools
bound = model.bind_tools([lookup])
# ok: langchain.langchain/bound-tools
unbound = model.bind(stop=["x"])
# evidence: langchain.langchain/retry
safe = bound.with_retry(stop_after_attempt=3)
# ok: langchain.langchain/retry
plain = bound.with_config({})
# evidence: langchain.langchain/message-history
history = RedisChatMessageHistory("session")
# ok: langchain.langchain/message-history
cache = Redis("session")
# evidence: langchain.langchain/agent
executor = AgentExecutor(agent=create_tool_calling_agent(model, [lookup], prompt), tools=[lookup])
# ok: langchain.langchain/agent
threads = ThreadPoolExecutor()


# evidence: langchain.langchain/tool
class Lookup(BaseTool):
    name = "lookup"


# ok: langchain.langchain/tool
def wire(tools: list[BaseTool]):
    return tools
# ok: langchain.langchain/neutral-model
fixed = init_chat_model("nova-pro", model_provider="bedrock_converse")


def shelf(store):
    # evidence: langchain.langchain/tool
    return create_retriever_tool(store, "shelf", "Looks things up.")
