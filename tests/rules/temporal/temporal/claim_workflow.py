"""A claim as a Temporal workflow."""

from datetime import timedelta

from temporalio import activity, workflow
from temporalio.common import RetryPolicy
from temporalio.contrib import openai_agents
from temporalio.contrib.openai_agents import ModelActivityParameters


# evidence: temporal.temporal/activity
@activity.defn
async def lookup_policy(number: str) -> str:
    # evidence: temporal.temporal/step-log
    activity.logger.info("lookup %s", number)
    return number


# ok: temporal.temporal/activity
async def helper(number: str) -> str:
    # ok: temporal.temporal/step-log
    logging.info("lookup %s", number)
    return number


# evidence: temporal.temporal/workflow, temporal.temporal/workflow-history
@workflow.defn
class ClaimWorkflow:
    @workflow.run
    async def run(self, number: str) -> str:
        # evidence: temporal.temporal/retry-policy, temporal.temporal/workflow
        found = await workflow.execute_activity(
            lookup_policy,
            number,
            start_to_close_timeout=timedelta(seconds=20),
            # evidence: temporal.temporal/retry-policy
            retry_policy=RetryPolicy(maximum_attempts=5),
        )
        # ok: temporal.temporal/retry-policy
        other = urllib3.Retry(total=5)
        if too_long(found):
            # evidence: temporal.temporal/workflow-history
            workflow.continue_as_new(number)
        # ok: temporal.temporal/workflow-history
        return await continue_later(other)

    # evidence: temporal.temporal/workflow-state
    @workflow.query
    def messages(self) -> list[str]:
        return []


# ok: temporal.temporal/workflow
class Plain:
    pass


tools = [
    # evidence: temporal.temporal/activity, temporal.temporal/retry-policy
    openai_agents.workflow.activity_as_tool(lookup_policy, start_to_close_timeout=timedelta(seconds=30)),
    # evidence: temporal.temporal/activity
    # ok: temporal.temporal/retry-policy
    openai_agents.workflow.nexus_operation_as_tool(Service.limit, service=Service, endpoint="claims"),
    # ok: temporal.temporal/activity, temporal.temporal/retry-policy
    shop.activity_as_tool(lookup_policy, start_to_close_timeout=30),
]
# evidence: temporal.temporal/retry-policy
limits = ModelActivityParameters(start_to_close_timeout=timedelta(seconds=60))
