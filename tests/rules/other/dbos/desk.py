"""A claims desk whose steps a library writes to the company's own database."""

from dbos import DBOS, DBOSConfig
from dbos_openai_agents import DBOSRunner
from shop import workflow


# evidence: other.dbos/step-retries, other.dbos/step-record
@DBOS.step(retries_allowed=True, max_attempts=5)
async def assess(claim: str) -> str:
    # evidence: other.dbos/agent-bridge
    result = await DBOSRunner.run(agent, claim)
    return str(result.final_output)


# evidence: other.dbos/step-record
# ok: other.dbos/step-retries
@DBOS.step()
def file(claim: str) -> None:
    return None


# evidence: other.dbos/workflow, other.dbos/step-record
@DBOS.workflow()
async def settle(claim: str) -> str:
    # evidence: other.dbos/workflow-event
    await DBOS.set_event_async("status", "assessing")
    decision = await assess(claim)
    # evidence: other.dbos/step-record
    await DBOS.recv_async("approval", timeout_seconds=3600)
    return decision


async def start(claim: str) -> None:
    # evidence: other.dbos/workflow
    await DBOS.start_workflow_async(settle, claim)


# ok: other.dbos/workflow, other.dbos/step-record
@workflow()
def order() -> None:
    # ok: other.dbos/agent-bridge
    Runner.run(order)
