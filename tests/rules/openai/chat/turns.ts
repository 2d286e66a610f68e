export async function run(messages: object[], post: (body: object) => Promise<any>) {
  const reply = await post({ messages });
  for (const call of reply.message.tool_calls) {
    // evidence: openai.chat/own-loop-turns
    messages.push({
      role: "tool",
      // evidence: openai.chat/own-loop-turns
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
  // ok: openai.chat/own-loop-turns
  const shown = { tool_call_id: "none" };
  return message.tool_calls.map((tool, i) => ({
    name: tool.function.name,
    role: "tool",
    content: results[i] ?? shown.tool_call_id,
    // evidence: openai.chat/own-loop-turns
    tool_call_id: tool.id,
  }));
}
