export async function iterate(goal: string, options: { maxRuns?: number }) {
  const maxRuns = options.maxRuns ?? 20;
  // evidence: neutral.loop/rounds
  for (let i = 0; i < maxRuns; i++) {
    if (await attempt(goal)) return;
  }
  // ok: neutral.loop/rounds
  for (let i = 0; i < maxRows; i++) await print(i);
}

export async function navigate(executor: Executor) {
  const allowedMaxSteps = executor.options.maxSteps;
  // evidence: neutral.loop/steps
  for (let step = 0; step < allowedMaxSteps; step++) await executor.navigate();
}

export function more(turn: number, { maxTurns }: Limits) {
  // evidence: neutral.loop/steps
  while (turn < maxTurns) turn += 1;
  // ok: neutral.loop/steps
  while (turn < maxPages) turn += 1;
}
