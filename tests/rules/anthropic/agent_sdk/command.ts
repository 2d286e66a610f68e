import { spawn, execFileSync } from "node:child_process";

export function run(prompt: string, session?: string) {
  const options = ["-p", prompt, "--output-format", "json"];
  // evidence: anthropic.agent_sdk/resume-option
  if (session) options.push("--resume", session);
  // evidence: anthropic.agent_sdk/agent-command
  const child = spawn("claude", options, { env: process.env });
  child.on("close", () => {
    const report = JSON.parse(read(child));
    // evidence: anthropic.agent_sdk/run-figures
    save(report.total_cost_usd);
  });
  // evidence: anthropic.agent_sdk/agent-command
  Bun.spawn(["claude", "-p", prompt]);
  // ok: anthropic.agent_sdk/agent-command
  Bun.spawn(["claude", "--version"]);
  // ok: anthropic.agent_sdk/agent-command, anthropic.agent_sdk/resume-option
  execFileSync("git", ["log", "claude", "--continue"]);
}
