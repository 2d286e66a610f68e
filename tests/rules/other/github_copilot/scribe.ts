import { CopilotClient } from "@github/copilot-sdk";
import { CopilotClient as Pilot } from "./pilot";

// evidence: other.github_copilot/agent-program
const client = new CopilotClient();
// ok: other.github_copilot/agent-program
const pilot = new Pilot();

export async function ask(id: string, prompt: string) {
  const session = await client.createSession({
    // evidence: other.github_copilot/model-id
    model: "gpt-5",
  });
  // evidence: other.github_copilot/resume
  const earlier = await client.resumeSession(id);
  // ok: other.github_copilot/resume
  const basket = await shop.continueSession(id);
  session.on((event) => {
    // evidence: other.github_copilot/event-names
    if (event.type === "tool.execution_start") show(event);
    // ok: other.github_copilot/event-names
    if (event.type === "assistant.message") show(event);
  });
  // ok: other.github_copilot/model-id
  await session.send({ prompt, mode: "immediate" });
}
