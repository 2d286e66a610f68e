"""Internal assistant: adjusters ask what a policy wording means and get an answer with sources."""

import os

import anthropic

client = anthropic.Anthropic(api_key=os.environ["ANTHROPIC_API_KEY"])

AGENT_ID = os.environ["RESEARCH_AGENT_ID"]
ENVIRONMENT_ID = os.environ["RESEARCH_ENVIRONMENT_ID"]


def answer(question: str) -> str:
    """One question, one session, one answer."""
    session = client.beta.sessions.create(agent=AGENT_ID, environment_id=ENVIRONMENT_ID)
    client.beta.sessions.events.send(
        session.id,
        events=[{"type": "user.message", "content": [{"type": "text", "text": question}]}],
    )
    text = ""
    with client.beta.sessions.events.stream(session.id) as stream:
        for event in stream:
            if event.type == "agent.message":
                text = "".join(part.text for part in event.content)
            elif event.type == "session.status_idle":
                break
    return text
