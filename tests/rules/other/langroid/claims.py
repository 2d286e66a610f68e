"""Claims answered by two Langroid agents that hand work to each other."""

import langroid as lr
import langroid.language_models as lm
from langroid.agent.openai_assistant import OpenAIAssistant
from langroid.agent.special.sql.sql_chat_agent import SQLChatAgent
from langroid.agent.tool_message import ToolMessage
from langroid.agent.tools.mcp import mcp_tool

from shop import ChatAgent as CounterAgent


# evidence: other.langroid/tool
class Policy(ToolMessage):
    request = "policy"


# evidence: other.langroid/tool
@mcp_tool("https://tools.example.com/mcp", "ledger")
class Ledger(lr.ToolMessage):  # evidence: other.langroid/tool
    pass


# evidence: other.langroid/model-id
first = lm.OpenAIGPTConfig(chat_model="groq/llama3-70b-8192", timeout=45)
# evidence: other.langroid/model-id
second = lm.OpenAIGPTConfig(chat_model=lm.OpenAIChatModel.GPT4o)
# ok: other.langroid/model-id
third = lm.OpenAIGPTConfig(chat_model="ollama/mistral")
# ok: other.langroid/model-id
fourth = lm.OpenAIGPTConfig(chat_model=settings.model)
# evidence: other.langroid/agent
clerk = lr.ChatAgent(lr.ChatAgentConfig(llm=first))
# evidence: other.langroid/tool
clerk.enable_message(Policy)
# evidence: other.langroid/agent
books = SQLChatAgent(second)
# evidence: other.langroid/assistant
hosted = OpenAIAssistant(second)
# evidence: other.langroid/agent
task = lr.Task(clerk, interactive=False)
# evidence: other.langroid/agent
task.add_sub_task(lr.Task(books))
# ok: other.langroid/agent
counter = CounterAgent()


# ok: other.langroid/tool, other.langroid/assistant
class Receipt(CounterMessage):
    pass
