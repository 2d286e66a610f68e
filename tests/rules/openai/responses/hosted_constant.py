"""Nothing but tools of the vendor, held in a constant: the vendor runs them, there is no loop of ours."""

from openai import OpenAI

client = OpenAI()
# evidence: openai.responses/hosted-tool
hosted = [{"type": "web_search_preview"}]
# evidence: openai.responses/hosted-tool
own = [{"type": "web_search_preview"}, {"type": "function", "name": "lookup", "parameters": {}}]


def ask(question: str, given: list) -> None:
    # evidence: openai.responses/hosted-tool
    # ok: openai.responses/own-loop
    client.responses.create(model=MODEL, input=question, tools=hosted)
    # evidence: openai.responses/own-loop, openai.responses/hosted-tool
    client.responses.create(model=MODEL, input=question, tools=own)
    # evidence: openai.responses/own-loop
    client.responses.create(model=MODEL, input=question, tools=given)
