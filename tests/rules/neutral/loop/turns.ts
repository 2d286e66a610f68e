import type { Provider, Turn } from "./provider";

export async function run(provider: Provider, messages: Turn[], most: number) {
  let round = 0;
  // evidence: neutral.loop/tool-loop
  while (round < most) {
    const reply = await provider.complete(messages);
    if (!reply.toolCalls?.length) return reply;
    for (const call of reply.toolCalls) messages.push(await answer(call));
    round += 1;
  }
  // ok: neutral.loop/tool-loop
  for (const turn of messages) {
    if (turn.toolCalls) show(await provider.complete([turn]));
  }
}
