import OpenAI from "openai";
import CircuitBreaker from "opossum";
import { backOff } from "exponential-backoff";
import pLimit from "p-limit";

const client = new OpenAI();

export function ask(request: OpenAI.ChatCompletionCreateParams) {
  // evidence: neutral.retry/retry-library
  // evidence: neutral.retry/script-beside-models
  return backOff(() => client.chat.completions.create(request), { numOfAttempts: 4 });
}

// evidence: neutral.retry/script-beside-models
export const breaker = new CircuitBreaker(ask, { timeout: 3000, resetTimeout: 30000 });

export function quick(request: OpenAI.ChatCompletionCreateParams) {
  // evidence: neutral.retry/script-beside-models
  return client.chat.completions.create(request, { signal: AbortSignal.timeout(5000) });
}

export function patient(request: OpenAI.ChatCompletionCreateParams) {
  // evidence: neutral.retry/script-beside-models
  return client.chat.completions.create(request, { maxRetries: 4 });
}

export function asked(request: OpenAI.ChatCompletionCreateParams) {
  // evidence: neutral.retry/script-beside-models, neutral.retry/client-retries
  return client.chat.completions.create({ ...request, max_retries: 3 });
}

export function once(request: OpenAI.ChatCompletionCreateParams) {
  // ok: neutral.retry/script-beside-models
  return client.chat.completions.create(request, { signal: stop.signal });
}

// ok: neutral.retry/script-beside-models
export const few = pLimit(2);
