"""Nodes of a graph that call a model through a library, and tasks in the background."""

from langchain_core.messages import HumanMessage
from celery import shared_task
from tenacity import retry, stop_after_attempt


# evidence: neutral.retry/retry-beside-models, neutral.retry/retry-library
@retry(stop=stop_after_attempt(3))
async def assess(text: str) -> str:
    return await model_of_desk().reply([HumanMessage(text)])


# evidence: neutral.retry/agent-task-attempts, neutral.retry/task-queue
@shared_task(bind=True, max_retries=3, default_retry_delay=60)
def run_agent(self, claim: str) -> None:
    try:
        desk.run(claim)
    except Exception as problem:
        # evidence: neutral.retry/agent-task-attempts, neutral.retry/task-queue
        raise self.retry(exc=problem, countdown=60)


# ok: neutral.retry/agent-task-attempts
@shared_task
def sweep() -> None:
    yard.sweep()


class WorkerSettings:
    """How the worker runs agents."""

    functions = [run_agent]
    # evidence: neutral.retry/worker-limits
    job_timeout = 600
    # evidence: neutral.retry/worker-limits
    max_tries: int = 3
    # ok: neutral.retry/worker-limits
    keep_result = 3600


def work(self) -> None:
    if self.steps:
        # ok: neutral.retry/worker-limits
        max_tries = self.steps
        go_on(max_tries)


app.conf.update(
    # evidence: neutral.retry/worker-limits
    task_soft_time_limit=300,
    # ok: neutral.retry/worker-limits
    timezone="UTC",
)
