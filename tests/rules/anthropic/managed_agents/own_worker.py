"""A worker on a machine of ours takes its work from a queue at Anthropic."""

import os

from anthropic import AsyncAnthropic
from anthropic.lib.environments import EnvironmentWorker, iter_work
from anthropic.lib.tools.agent_toolset import beta_agent_toolset_20260401


async def serve(desk):
    client = AsyncAnthropic(auth_token=os.environ["ANTHROPIC_ENVIRONMENT_KEY"])
    # evidence: anthropic.managed_agents/environment-worker
    worker = EnvironmentWorker(
        client,
        # evidence: anthropic.managed_agents/worker-tools
        tools=lambda env: [*beta_agent_toolset_20260401(env), desk.look_up],
    )
    await worker.run()
    # evidence: anthropic.managed_agents/environment-worker
    await client.beta.environments.work.worker(workdir="/claims").handle_item()
    # evidence: anthropic.managed_agents/environment-worker
    async for work in client.beta.environments.work.poller(environment_id="claims"):
        # evidence: anthropic.managed_agents/environment-worker
        async for call in client.beta.sessions.events.tool_runner(work.data.id, tools=[desk.look_up]):
            print(call.name)
    # evidence: anthropic.managed_agents/environment-worker
    for work in iter_work(client.beta.environments.work, environment_id="claims"):
        # ok: anthropic.managed_agents/environment-worker
        desk.work.ack(work.id)
    # ok: anthropic.managed_agents/worker-tools
    return desk.agent_toolset_20260401()
