from google import genai

client = genai.Client()
# evidence: other.google_interactions/agent-run
job = client.interactions.create(
    # evidence: other.google_interactions/model-id, other.google_interactions/agent-name
    agent="deep-research-pro-preview-12-2025",
    input="Compare the policies.",
    # evidence: other.google_interactions/background-run
    background=True,
)
# ok: other.google_interactions/agent-run
answer = client.interactions.create(
    # ok: other.google_interactions/model-id
    model=MODEL,
    input="Is hail covered?",
    # evidence: other.google_interactions/stored-conversation
    previous_interaction_id=job.id,
    # ok: other.google_interactions/background-run
    background=False,
)
# ok: other.google_interactions/stored-conversation
first = client.interactions.create(model=MODEL, input="Is hail covered?", previous_interaction_id=None)
# evidence: other.google_interactions/stored-history
again = client.interactions.get(id=job.id)
# ok: other.google_interactions/stored-history
clicks = analytics.interactions.fetch(id=1)


def watch(stream):
    for event in stream:
        # evidence: other.google_interactions/step-records
        if event.event_type == "interaction.status_update":
            show(event.status)
        # ok: other.google_interactions/step-records
        if event.event_type == "interaction.shown":
            show(event)


def again(first, question):
    # evidence: other.google_interactions/agent-run
    return client.interactions.create(
        agent=AGENT,
        input=question,
        # evidence: other.google_interactions/stored-conversation, other.google_interactions/agent-sandbox
        environment=first.environment_id,
    )


def anew(question):
    # evidence: other.google_interactions/agent-run
    return client.interactions.create(
        agent=AGENT,
        input=question,
        # evidence: other.google_interactions/agent-sandbox
        # ok: other.google_interactions/stored-conversation
        environment="remote",
    )
