import { spawn } from "node:child_process";

export function run(prompt: string, wait: number) {
  const child = spawn("claude", ["-p", prompt]);
  // evidence: neutral.retry/kill-timer
  const timer = setTimeout(() => child.kill("SIGTERM"), wait);
  // ok: neutral.retry/kill-timer
  setTimeout(() => show(prompt), wait);
  child.on("close", () => clearTimeout(timer));
}

export async function hurried(client: OpenAI, request: Request) {
  const controller = new AbortController();
  // evidence: neutral.retry/kill-timer
  const timer = setTimeout(() => controller.abort(), 30_000);
  // evidence: neutral.retry/deadline-helper
  const answer = await withTimeout(client.chat.completions.create(request), 30_000);
  clearTimeout(timer);
  return answer;
}

// ok: neutral.retry/deadline-helper
function withTimeout(work: Promise<unknown>, wait: number) {
  // ok: neutral.retry/kill-timer
  setTimeout(() => show(), wait);
  return work;
}

export function limited(stop: () => void, send: (text: string) => void) {
  // evidence: neutral.retry/kill-timer
  return setTimeout(() => {
    send("The agent timed out");
    stop();
  }, 600_000);
}
