"""A service of one's own whose routes have the vendor's words."""

import anthropic
from fastapi import FastAPI

app = FastAPI()
client = anthropic.Anthropic()


# ok: anthropic.managed_agents/agent-path
@app.post("/agents")
def start(text: str) -> str:
    return client.messages.create(model=MODEL, max_tokens=100, messages=[{"role": "user", "content": text}]).content[0].text


# ok: anthropic.managed_agents/session-path
@app.get("/sessions/{number}")
def session(number: str) -> str:
    return number
