export async function ask(key: string, text: string) {
  return fetch("https://api.openai.com/v1/chat/completions", {
    method: "POST",
    headers: { Authorization: `Bearer ${key}` },
    // evidence: openai.chat/model-id
    // evidence: openai.chat/model-by-address
    body: JSON.stringify({ model: "gpt-4o", messages: [{ role: "user", content: text }] }),
  });
}

// ok: openai.chat/model-id
export const label = "gpt-4o answers here";
