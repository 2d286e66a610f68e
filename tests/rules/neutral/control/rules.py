"""Rules of one's own around an agent: fixture, never imported."""

from agents import input_guardrail
from guardrails import Guard

# evidence: neutral.control/guardrail
guard = Guard()


@input_guardrail
# evidence: neutral.control/guardrail
async def injury_guardrail(context, agent, text):
    return "injury" in text


# evidence: neutral.control/guardrail
def check_policy(claim):
    return claim.amount < 5_000


# ok: neutral.control/guardrail
verdict = check_policy(1)
# ok: neutral.control/guardrail
NOTE = "a guardrail stands here"


# evidence: neutral.control/router
def select_model(task):
    return "small" if task.easy else "large"


# ok: neutral.control/router
model = select_model(None)


# missed: neutral.control/router   (a choice without a name)
chosen = "small" if model else "large"
