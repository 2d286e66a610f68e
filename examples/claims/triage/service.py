"""Takes a claim, runs the triage agent on it, and acts on the decision."""

import logging
import os
import time

from triage.agent import client
from triage.policies import look_up
from triage.records import remember_session, session_of

log = logging.getLogger(__name__)

AGENT_ID = os.environ["TRIAGE_AGENT_ID"]
ENVIRONMENT_ID = os.environ["TRIAGE_ENVIRONMENT_ID"]
VAULT_ID = os.environ["TRIAGE_VAULT_ID"]


def triage(claim_id: str, description: str) -> str:
    """Run one claim to its decision and return it."""
    session = client.beta.sessions.create(
        agent=AGENT_ID,
        environment_id=ENVIRONMENT_ID,
        vault_ids=[VAULT_ID],
        title=f"claim {claim_id}",
    )
    remember_session(claim_id, session.id)
    client.beta.sessions.events.send(
        session.id,
        events=[{"type": "user.message", "content": [{"type": "text", "text": description}]}],
    )
    return follow(session.id)


def triage_or_refer(claim_id: str, description: str, attempts: int = 3) -> str:
    """Run a claim, start over when the platform gave up, and hand it to a person after the third time."""
    for attempt in range(1, attempts + 1):
        try:
            return triage(claim_id, description)
        except RuntimeError:
            log.warning("claim %s: attempt %d of %d failed", claim_id, attempt, attempts)
            time.sleep(30 * attempt)
    return "REFER"


def follow(session_id: str) -> str:
    """Read the run's events until the vendor says the turn is over."""
    decision = ""
    with client.beta.sessions.events.stream(session_id) as stream:
        for event in stream:
            if event.type == "agent.message":
                decision = "".join(part.text for part in event.content)
            elif event.type == "agent.custom_tool_use":
                answer = look_up(**event.input)
                client.beta.sessions.events.send(
                    session_id,
                    events=[{"type": "user.custom_tool_result", "custom_tool_use_id": event.id, "content": answer}],
                )
            elif event.type == "session.status_rescheduled":
                log.info("the platform is retrying session %s", session_id)
            elif event.type == "session.status_idle":
                if event.stop_reason.type == "retries_exhausted":
                    raise RuntimeError(f"session {session_id}: the platform gave up")
                break
    return decision


def resume(claim_id: str) -> str:
    """Pick a stalled claim up again where the vendor left it."""
    session_id = session_of(claim_id)
    history = list(client.beta.sessions.events.list(session_id))
    if not history:
        raise LookupError(f"claim {claim_id}: the vendor has no history for session {session_id}")
    client.beta.sessions.events.send(
        session_id,
        events=[{"type": "user.message", "content": [{"type": "text", "text": "Continue where you stopped."}]}],
    )
    return follow(session_id)
