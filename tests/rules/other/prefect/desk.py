"""Claims are assessed by a flow."""

from prefect import flow, get_run_logger, task
from shop import task as chore


# evidence: other.prefect/flow, other.prefect/task-retries, other.prefect/kept-result
@task(retries=3, retry_delay_seconds=10, persist_result=True)
def assess(text: str) -> str:
    # evidence: other.prefect/run-log
    get_run_logger().info("assessing")
    return agent.run_sync(text)


# evidence: other.prefect/flow
# ok: other.prefect/task-retries, other.prefect/kept-result
@flow
def claims() -> None:
    assess("water")


# ok: other.prefect/flow
@chore
def sweep() -> None:
    # ok: other.prefect/run-log
    get_logger().info("sweeping")
