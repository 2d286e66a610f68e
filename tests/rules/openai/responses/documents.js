import { openai, STORE } from "./config.js";

const search = () => ({
  // evidence: openai.responses/document-search, openai.responses/tool-settings
  type: "file_search",
  vector_store_ids: [STORE],
});

// ok: openai.responses/document-search
export const label = { type: "file_list", tools: [search()] };
