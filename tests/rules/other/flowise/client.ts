import { FlowiseClient } from "flowise-sdk";
import { Barometer } from "weather-station";

const client = new FlowiseClient({ baseUrl: process.env.FLOWISE_URL });

export async function ask(question: string) {
  // evidence: other.flowise/prediction-client
  const answer = await client.createPrediction({ chatflowId: "claims", question });
  // ok: other.flowise/prediction-client
  return new Barometer().createPrediction(answer);
}
