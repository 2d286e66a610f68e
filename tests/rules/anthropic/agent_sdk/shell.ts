export async function run(box: Box, model: string, prompt: string, session?: string) {
  // evidence: anthropic.agent_sdk/agent-command
  let line = `ANTHROPIC_API_KEY=${key} claude --model "${model}" --dangerously-skip-permissions --output-format stream-json --verbose`;
  // evidence: anthropic.agent_sdk/resume-option
  if (session) line += ` --resume "${session}"`;
  // ok: anthropic.agent_sdk/agent-command
  await box.run("sh", ["-c", `claude mcp add --transport http "${name}" "${url}"`]);
  // ok: anthropic.agent_sdk/agent-command
  await box.run("sh", ["-c", "claude --version"]);
  return box.run("sh", ["-c", line]);
}
