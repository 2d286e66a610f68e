"""An agent loop of its own on chat completions."""

from openai import OpenAI

client = OpenAI()


def run(messages, tools):
    # evidence: openai.chat/own-loop
    answer = client.chat.completions.create(
        # evidence: openai.chat/model-id, openai.chat/model-in-call, openai.chat/model-kept
        model="gpt-4o",
        messages=messages,
        tools=tools,
        # evidence: openai.chat/stored-completion
        store=True,
    )
    # ok: openai.chat/own-loop, openai.chat/model-id, openai.chat/stored-completion
    title = client.chat.completions.create(model=MODEL, messages=messages, store=False)
    return answer, title
