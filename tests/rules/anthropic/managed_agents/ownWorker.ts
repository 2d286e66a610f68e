import Anthropic from "@anthropic-ai/sdk";
import { EnvironmentWorker } from "@anthropic-ai/sdk/helpers/beta/environments";
import { betaAgentToolset20260401 } from "@anthropic-ai/sdk/tools/agent-toolset/node";

export async function serve(desk: Desk) {
  const client = new Anthropic();
  // evidence: anthropic.managed_agents/environment-worker
  const worker = new EnvironmentWorker({
    client,
    // evidence: anthropic.managed_agents/worker-tools
    tools: (context) => [...betaAgentToolset20260401(context), desk.lookUp],
  });
  await worker.run();
  // evidence: anthropic.managed_agents/environment-worker
  await client.beta.environments.work.stop("claims");
  // ok: anthropic.managed_agents/environment-worker
  await desk.work.stop("claims");
}
