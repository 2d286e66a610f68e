export async function run(messages: object[], post: (body: object) => Promise<any>) {
  const reply = await post({ messages });
  for (const call of reply.message.tool_calls) {
    // evidence: openai.chat/own-loop-turns
    messages.push({
      role: "tool",
      tool_call_id: call.id,
      content: await answer(call),
    });
  }
  // ok: openai.chat/own-loop-turns
  messages.push({ role: "user", content: "Go on." });
  // ok: openai.chat/own-loop-turns
  outputs.push({ tool_call_id: reply.id, output: "done" });
}

export function answers(message: Message, results: string[]) {
  // evidence: openai.chat/own-loop-turns
  const told = message.tool_calls.map((tool, i) => ({ role: "tool", tool_call_id: tool.id, content: results[i] }));
  // ok: openai.chat/own-loop-turns
  const handed = message.tool_calls.map((tool, i) => ({ tool_call_id: tool.id, output: results[i] }));
  return [told, handed];
}
