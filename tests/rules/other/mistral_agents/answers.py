"""What comes back from Mistral's agents, and by hand."""

import httpx
from mistralai import FunctionResultEntry, Mistral
from mistralai.extra.run.context import RunContext
from shop import RunContext as Till

client = Mistral()
# evidence: other.mistral_agents/agent-id
DESK = "ag_019ad730d7ce73319176f3244b28b8d1"
# ok: other.mistral_agents/agent-id
OTHER = "ag_desk"


def watch(stream):
    for event in stream:
        # evidence: other.mistral_agents/event-names
        if event.event == "tool.execution.started":
            show(event)
        # ok: other.mistral_agents/event-names
        if event.event == "message.output.delta":
            write(event)


def answer(call, text):
    # evidence: other.mistral_agents/function-tool
    if call.type == "function.call":
        # evidence: other.mistral_agents/function-tool
        return FunctionResultEntry(tool_call_id=call.tool_call_id, result=text)
    # ok: other.mistral_agents/function-tool
    return Entry(tool_call_id=call.tool_call_id, result=text)


# evidence: other.mistral_agents/rest-address, other.mistral_agents/rest-store
httpx.post("https://api.mistral.ai/v1/conversations", json={})
# evidence: other.mistral_agents/rest-address
# ok: other.mistral_agents/rest-store
httpx.post("https://api.mistral.ai/v1/agents/completions", json={})
# ok: other.mistral_agents/rest-address, other.mistral_agents/rest-store
httpx.post("https://api.mistral.ai/v1/chat/completions", json={})
# evidence: other.mistral_agents/own-runner
run = RunContext(agent_id=DESK)
# ok: other.mistral_agents/own-runner
till = Till(agent_id=DESK)
