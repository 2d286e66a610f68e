"""Tasks of a queue of the company's own."""

import modal
from arq import Retry
from celery import Celery, shared_task

app = Celery("claims")


# evidence: neutral.retry/task-queue
@app.task(bind=True, autoretry_for=(TimeoutError,), retry_backoff=True, max_retries=5)
def settle(self, claim: str) -> str:
    try:
        return ask(claim)
    except ConnectionError as error:
        # evidence: neutral.retry/task-queue
        raise self.retry(exc=error, countdown=30)


# ok: neutral.retry/task-queue
@shared_task(name="file")
def file(claim: str) -> None:
    return None


async def assess(ctx: dict, claim: str) -> str:
    # evidence: neutral.retry/task-queue
    raise Retry(defer=ctx["job_try"] * 5)


# evidence: neutral.retry/task-queue
@shared_task(name="watch", retry_policy={"max_retries": 50, "interval_start": 2})
def watch(run: str) -> None:
    if not done(run):
        # evidence: neutral.retry/task-queue
        watch.retry(countdown=2)
        # ok: neutral.retry/task-queue
        other.retry(run)


# evidence: neutral.retry/task-queue
@stub.function(retries=modal.Retries(max_retries=3, initial_delay=1.0))
def assess_far(claim: str) -> str:
    return ask(claim)
