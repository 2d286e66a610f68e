"""A loop of our own over LangChain's model clients."""

from langchain_anthropic import ChatAnthropic
from langchain_core.messages import AIMessage, HumanMessage, ToolMessage
from shop import ToolMessage as Note


def run(client: ChatAnthropic, question: str, tools) -> list:
    talk = []
    # evidence: langchain.langchain/own-history
    talk.append(HumanMessage(content=question))
    # ok: langchain.langchain/own-history
    talk.append(question)
    # evidence: langchain.langchain/own-history
    chat_history.append(AIMessage(content="said"))
    # ok: langchain.langchain/own-history
    talk.append(AIMessage(content="said"))
    while True:
        # evidence: langchain.langchain/bound-tools, langchain.langchain/own-tool-run, langchain.langchain/own-tool-run
        answer = client.bind_tools(tools).invoke(talk)
        # ok: langchain.langchain/own-history
        talk.append(answer)
        if not answer.tool_calls:
            return talk
        for call in answer.tool_calls:
            # evidence: langchain.langchain/tool-answer
            talk.append(ToolMessage(content=use(call), tool_call_id=call["id"]))
            # ok: langchain.langchain/tool-answer
            talk.append(Note(content="done"))
