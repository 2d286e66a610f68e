import { AzureOpenAI } from "openai";

export async function search(client: AzureOpenAI, board: Board) {
  // evidence: microsoft.azure_openai/vector-store
  const stores = await client.vectorStores.list({ limit: 100 });
  // ok: microsoft.azure_openai/vector-store
  const cards = await board.cards.list();
  return client.responses.create({
    model: process.env.DEPLOYMENT,
    input: "Count them.",
    // evidence: microsoft.azure_openai/response-tool, microsoft.azure_openai/response-sandbox
    tools: [{ type: "code_interpreter", container: { type: "auto" } }],
  });
}

export async function ask(client: AzureOpenAI) {
  return client.responses.create({
    model: process.env.DEPLOYMENT,
    input: "Look it up.",
    // evidence: microsoft.azure_openai/response-tool
    // ok: microsoft.azure_openai/response-sandbox
    tools: [{ type: "file_search", vector_store_ids: ["x"] }],
  });
}
