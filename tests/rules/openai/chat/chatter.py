"""A talk kept in a list of the program: fixture, never imported."""

from openai import OpenAI

client = OpenAI()
chat_history = [{"role": "system", "content": "You settle claims."}]


def answer(question, name):
    chat_history.append({"role": "user", "content": question})
    reply = client.chat.completions.create(model=name, messages=chat_history)
    # evidence: openai.chat/own-history
    chat_history.append(
        {"role": "assistant", "content": reply.choices[0].message.content},
    )
    # ok: openai.chat/own-history
    messages.append(reply.choices[0].message.content)
    # ok: openai.chat/own-history
    words.append({"role": "assistant"})
    return reply
