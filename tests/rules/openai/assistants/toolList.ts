type Hosted = { type: "retrieval" };

export const deskTools = () => {
  return [
    // evidence: openai.assistants/listed-tools
    { type: "retrieval" },
    { type: "function", function: lookUp },
  ];
};

export async function answer(action: any, where: string) {
  // evidence: openai.assistants/tool-calls-read
  const calls = action?.["submit_tool_outputs"]?.["tool_calls"];
  // ok: openai.assistants/tool-outputs, openai.assistants/listed-tools
  const kind = { type: "retrieval", calls };
  return send(kind, where);
}
