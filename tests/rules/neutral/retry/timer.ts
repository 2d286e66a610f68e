import OpenAI from "openai";

const openai = new OpenAI();

export function finished(thread: string, id: string) {
  return new Promise((resolve) => {
    // evidence: neutral.retry/poll-deadline
    const timer = setInterval(async () => {
      const run = await openai.beta.threads.runs.retrieve(thread, id);
      if (run.status === "completed") {
        clearInterval(timer);
        resolve(run);
      }
    }, 1000);
    // ok: neutral.retry/poll-deadline
    setInterval(() => show(thread), 1000);
  });
}

export async function within(ask: () => Promise<string>, most: number) {
  const timeout = new Promise<never>((_, fail) => setTimeout(() => fail(new Error("late")), most));
  // evidence: neutral.retry/call-deadline
  const first = await Promise.race([ask(), timeout]);
  // ok: neutral.retry/call-deadline
  return Promise.race([first, ask()]);
}
