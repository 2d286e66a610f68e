import { PostgresDatabaseAdapter } from "@elizaos/adapter-postgres";
import { AgentRuntime, ModelType, type IAgentRuntime } from "@elizaos/core";
import { PostgresDatabaseAdapter as Ledger } from "./ledger";

// evidence: other.elizaos/storage
const db = new PostgresDatabaseAdapter({ connectionString: url });
// ok: other.elizaos/storage
const books = new Ledger({ connectionString: url });
// evidence: other.elizaos/agent
export const runtime = new AgentRuntime({ databaseAdapter: db, character });
// ok: other.elizaos/agent
export const other = new BrowserRuntime({ character });

export async function answer(runtime: IAgentRuntime, message: string) {
  // evidence: other.elizaos/model-routed
  const text = await runtime.useModel(ModelType.TEXT_LARGE, { prompt: message });
  // evidence: other.elizaos/storage
  await runtime.createMemory({ roomId, content: { text } }, "messages");
  // ok: other.elizaos/model-routed, other.elizaos/storage
  await shelf.useModel(text);
}
