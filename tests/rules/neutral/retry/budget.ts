import { generateText } from "ai";

export async function research(state: { failedAttempts: number; maxFailedAttempts: number; visits: number }) {
  const { text } = await generateText({ prompt: "What next?" });
  if (!text) state.failedAttempts++;
  if (
    // evidence: neutral.retry/failure-budget
    state.failedAttempts >=
    state.maxFailedAttempts
  ) {
    return null;
  }
  // ok: neutral.retry/failure-budget
  if (state.visits >= 3) return null;
  return text;
}
