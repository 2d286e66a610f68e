import { retryWithBackoff } from "./errors";

export async function send(api: Api, orders: Orders) {
  // evidence: neutral.retry/retry-helper
  const answer = await retryWithBackoff(async () => api.post("/chat/stream"), 3, 1000);
  // evidence: neutral.retry/retry-helper
  await api.withRetry(() => api.runAgent(answer));
  // evidence: neutral.retry/retry-helper
  await executeWithRetry(() => api.runAgent(answer));
  // ok: neutral.retry/retry-helper
  await withRetry(() => slack.chat.postMessage(answer));
  // ok: neutral.retry/retry-helper
  await retryWithBackoff(() => orders.load(3), 3, 1000);
  // ok: neutral.retry/retry-helper
  return retryAfter(answer.headers, agentName);
}
