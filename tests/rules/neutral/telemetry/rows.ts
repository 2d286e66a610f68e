import { db } from "./db";

export async function keep(call: Call) {
  // evidence: neutral.telemetry/usage-row
  await db.from("model_calls").insert({ model: call.model, cost_usd: call.cost, latency_ms: call.took });
  // evidence: neutral.telemetry/usage-row
  await db.modelCall.create({ data: { model: call.model, inputTokens: call.read } });
  // ok: neutral.telemetry/usage-row
  await db.from("sales").insert({ price: call.cost });
}
