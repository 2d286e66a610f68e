export async function ask(address: string, text: string) {
  return fetch(address + "/v1/chat/completions", {
    method: "POST",
    // evidence: openai.chat/model-by-address
    body: JSON.stringify({ model: "gpt-4o-mini", messages: [{ role: "user", content: text }] }),
  });
}

// ok: openai.chat/model-by-address
export const label = "gpt-4o answers here";
// evidence: openai.chat/model-by-address
// evidence: openai.chat/model-default
export const defaultModel = "gpt-3.5-turbo";
// ok: openai.chat/model-default
export const modelLabel = "GPT";

// evidence: openai.chat/model-by-address
export const early = { model: "text-davinci-003" };
