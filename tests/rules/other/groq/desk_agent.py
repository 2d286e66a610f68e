"""A loop of the company's own over Groq's library."""

from groq import Groq

from shop import Groq as Yard

# evidence: other.groq/model-id
MODEL = "llama-3.3-70b-versatile"
# ok: other.groq/model-id
OTHER = "llama-3.3-70b"
client = Groq()
yard = Yard()


def step(messages, tools):
    # evidence: other.groq/own-loop
    answer = client.chat.completions.create(model=MODEL, messages=messages, tools=tools)
    # evidence: other.groq/own-agent-call
    plain = client.chat.completions.create(model=MODEL, messages=messages)
    # ok: other.groq/own-loop, other.groq/own-agent-call
    other = yard.chat.completions.create(model=MODEL, messages=messages, tools=tools)
    return answer, plain, other
