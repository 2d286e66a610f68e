import { CosmosClient } from "@azure/cosmos";

const container = new CosmosClient(process.env.COSMOS ?? "").database("desk").container("log");

export async function save(conversation: object, order: object) {
  // evidence: neutral.state/session-document
  await container.items.upsert({ id: "1", conversation });
  // ok: neutral.state/session-document
  await container.items.upsert({ id: "2", order });
}
