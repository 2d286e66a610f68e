"""A loop over a client that is handed in."""

from typing import Any


def run(client: Any, tools: list, text: str) -> Any:
    answer = client.responses.create(
        input=text,
        # evidence: openai.responses/own-loop-handed, openai.responses/own-loop
        tools=tools,
    )
    # ok: openai.responses/own-loop-handed, openai.responses/hosted-tool-handed
    short = client.responses.create(input=text)
    searched = client.responses.create(
        input=text,
        # evidence: openai.responses/hosted-tool-handed
        # ok: openai.responses/own-loop-handed
        tools=[{"type": "web_search"}],
    )
    return answer, short, searched


LOOKUP = {
    # evidence: openai.responses/strict-tool
    "type": "function",
    "name": "lookup",
    "strict": True,
}
# ok: openai.responses/strict-tool
OTHER = {"type": "custom", "name": "other"}
ALIKE = {
    # ok: openai.responses/strict-tool
    "type": "function",
    "function": {"name": "lookup", "strict": True, "parameters": {}},
}
