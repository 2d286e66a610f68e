import { AgentsClient } from "@azure/ai-agents-ii";
import { board } from "./board";

const client = new AgentsClient(process.env.PROJECT_ENDPOINT, credential);
// evidence: microsoft.foundry_agents/thread-store, microsoft.foundry_agents/thread-store-untraced
const thread = await client.threads.create();
// ok: microsoft.foundry_agents/thread-store
const other = await board.streams.create();
