import pRetry from "p-retry";

export async function ask(call: () => Promise<string>) {
  // evidence: neutral.retry/retry-library
  const answer = await pRetry(() => call(), { retries: 3 });
  // evidence: neutral.retry/retry-loop
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await call();
    } catch (error) {
      await sleep(1000 * attempt);
    }
  }
  // ok: neutral.retry/retry-library
  await plainRetry(call);
  return answer;
}
