// evidence: neutral.retry/retry-module
export async function retryWithBackoff<T>(work: () => Promise<T>, tries = 3): Promise<T> {
  let last: unknown;
  // evidence: neutral.retry/retry-loop
  for (let attempt = 0; attempt < tries; attempt++) {
    try {
      return await work();
    } catch (error) {
      last = error;
      await new Promise((resolve) => setTimeout(resolve, 200 * 2 ** attempt));
    }
  }
  throw last;
}

// evidence: neutral.retry/retry-module
export const withRetry = <T>(work: () => Promise<T>) => retryWithBackoff(work, 5);

// ok: neutral.retry/retry-module
export function retryButton(label: string) {
  return `<button>${label}</button>`;
}
