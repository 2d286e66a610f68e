"""A loop over a client that is handed in."""


def run(client, tools, messages):
    # evidence: anthropic.messages/own-loop-handed, anthropic.messages/own-loop
    answer = client.messages.create(model=MODEL, max_tokens=100, messages=messages, tools=tools)
    # ok: anthropic.messages/own-loop-handed
    short = client.messages.create(model=MODEL, max_tokens=100, messages=messages)
    return answer, short
