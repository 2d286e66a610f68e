import { spawn } from "node:child_process";

export function run(prompt: string, wait: number) {
  const child = spawn("claude", ["-p", prompt]);
  // evidence: neutral.retry/kill-timer
  const timer = setTimeout(() => child.kill("SIGTERM"), wait);
  // ok: neutral.retry/kill-timer
  setTimeout(() => show(prompt), wait);
  child.on("close", () => clearTimeout(timer));
}
