import OpenAI from "openai";

export async function act(openai: OpenAI, input: never[]) {
  const response = await read(openai, input);
  // evidence: openai.responses/hosted-tool
  const calls = response.output.filter((item) => item.type === "computer_call");
  // ok: openai.responses/hosted-tool
  const texts = response.output.filter((item) => item.type === "message");
  return { calls, texts };
}
