import { AIProjectClient } from "@azure/ai-projects";
import { Shop } from "./shop";

const project = new AIProjectClient(process.env.ENDPOINT ?? "", credential);
const shop = new Shop();

export async function list(name: string) {
  // evidence: microsoft.foundry_agents/hosted-session
  for await (const session of project.beta.agents.listSessions(name)) console.log(session);
  // evidence: microsoft.foundry_agents/connection
  for await (const connection of project.connections.list()) console.log(connection);
  // ok: microsoft.foundry_agents/hosted-session, microsoft.foundry_agents/connection
  return [shop.listSessions(name), shop.doors.list()];
}
