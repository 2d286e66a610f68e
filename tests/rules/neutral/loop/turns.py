from desk.providers import provider


def run(messages):
    # evidence: neutral.loop/tool-loop
    for _ in range(8):
        reply = provider.complete(messages)
        if not reply.tool_calls:
            return reply
        messages.extend(answer(call) for call in reply.tool_calls)
    # ok: neutral.loop/tool-loop
    while reply.tool_calls:
        reply = shorten(reply)
