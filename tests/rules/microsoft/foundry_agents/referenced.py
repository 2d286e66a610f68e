"""Calls a hosted agent by reference with a client made elsewhere."""


def ask(client, name, items):
    # evidence: microsoft.foundry_agents/agent-reference
    answer = client.responses.create(input=items, stream=True, extra_body={"agent": {"name": name, "type": "agent_reference"}})
    for event in answer:
        # evidence: microsoft.foundry_agents/referenced-agent-events
        if event.type == "response.output_item.done":
            # evidence: microsoft.foundry_agents/referenced-agent-approval
            if event.item.type == "mcp_approval_request":
                yield event.item.id
        # ok: microsoft.foundry_agents/referenced-agent-events
        elif event.type == "response.output_text.delta":
            # ok: microsoft.foundry_agents/referenced-agent-approval
            yield "approval_request"
