"""Tasks of Airflow that ask models."""

from airflow.decorators import dag, task
from pydantic_ai import Agent

# evidence: other.pydantic_ai/agent, other.pydantic_ai/model-id
reader = Agent("gpt-4o-mini")


# evidence: other.pydantic_ai/airflow-task
@task.llm(model="small", system_prompt="Sort the claim")
def sort(claim: str) -> str:
    return claim


# ok: other.pydantic_ai/airflow-task
@task.branch(task_id="way")
def way(claim: str) -> str:
    return claim


# evidence: other.pydantic_ai/agent
class Desk(Agent):
    claims = 0
