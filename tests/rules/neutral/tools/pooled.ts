import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { pooled } from "./pool";

export async function run(name: string, words: object) {
  const client: Client = await pooled(name);
  // evidence: neutral.tools/mcp-client
  const answer = await client.callTool({ name, arguments: words });
  // ok: neutral.tools/mcp-client
  return desk.call({ name, answer });
}
