import { client } from "./client";

export async function look(picture: string) {
  const anthropic = await client();
  return anthropic.messages
    .stream({
      // evidence: anthropic.messages/model-id, anthropic.messages/model-setting
      model: "claude-3-5-sonnet-20241022",
      // ok: anthropic.messages/model-id
      max_tokens: 4096,
    })
    .finalMessage();
}
