// Asks the document agent what a photo or an invoice shows.
import { BedrockAgentRuntimeClient, InvokeAgentCommand } from "@aws-sdk/client-bedrock-agent-runtime";

const client = new BedrockAgentRuntimeClient({ region: process.env.AWS_REGION });

export interface Reading {
  text: string;
  steps: string[];
}

export async function readDocument(claimId: string, question: string): Promise<Reading> {
  const response = await client.send(
    new InvokeAgentCommand({
      agentId: process.env.DOCUMENT_AGENT_ID,
      agentAliasId: process.env.DOCUMENT_AGENT_ALIAS,
      sessionId: claimId,
      inputText: question,
      enableTrace: true,
    }),
  );
  const reading: Reading = { text: "", steps: [] };
  for await (const part of response.completion ?? []) {
    if (part.chunk?.bytes) {
      reading.text += new TextDecoder().decode(part.chunk.bytes);
    }
    const step = part.trace?.trace?.orchestrationTrace?.rationale?.text;
    if (step) {
      reading.steps.push(step);
    }
  }
  return reading;
}
