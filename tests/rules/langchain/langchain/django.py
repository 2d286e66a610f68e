"""An assistant of a library for Django that runs on LangChain."""

from django_ai_assistant import AIAssistant, method_tool
from mcp_use import MCPAgent


# evidence: langchain.langchain/agent
class Clerk(AIAssistant):
    # evidence: langchain.langchain/tool
    @method_tool
    def claim(self, number: str) -> str:
        return number

    # ok: langchain.langchain/tool
    @property
    def desk(self) -> str:
        return "desk"


# evidence: langchain.langchain/agent
agent = MCPAgent(llm=model, client=client, max_steps=30)


# ok: langchain.langchain/agent
class Page(View):
    claims = 0
