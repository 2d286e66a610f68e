"""An assistant of a library for Django that runs on LangChain."""

from django_ai_assistant import AIAssistant, method_tool


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


# ok: langchain.langchain/agent
class Page(View):
    claims = 0
