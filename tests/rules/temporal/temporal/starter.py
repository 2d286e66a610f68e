"""Starts and reads workflows."""

from shared import get_client


async def start(number):
    client = await get_client()
    # evidence: temporal.temporal/workflow
    await client.start_workflow("ClaimWorkflow", number, id=number, task_queue="claims")
    handle = client.get_workflow_handle(number)
    # ok: temporal.temporal/workflow-state
    rows = database.query("select 1")
    # evidence: temporal.temporal/workflow-state
    return await handle.query("messages"), rows


async def progress(agent_context, steps):
    # ok: temporal.temporal/workflow
    await agent_context.start_workflow(steps)


async def begin(event, temporal_client: DeskClient) -> None:
    # evidence: temporal.temporal/client-start
    await temporal_client.start_workflow(ClaimWorkflow.run, event)
    # ok: temporal.temporal/client-start
    await desk_client.start_workflow(event)
