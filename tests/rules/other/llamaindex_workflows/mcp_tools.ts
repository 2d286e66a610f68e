import { mcp } from "@llamaindex/tools";
import { mcp as mail } from "./mail.js";

export async function load(url: string) {
  // evidence: other.llamaindex_workflows/tool
  const tools = await mcp({ url }).tools();
  // ok: other.llamaindex_workflows/tool
  return [...tools, ...(await mail({ url }).list())];
}
