import { BedrockRuntimeClient, ConverseCommand } from "@aws-sdk/client-bedrock-runtime";

const client = new BedrockRuntimeClient({});

export async function loop(messages: never[], tools: never[]) {
  await client.send(
    // evidence: aws.bedrock_runtime/asked
    new ConverseCommand({
      modelId: process.env.MODEL,
      messages,
      // evidence: aws.bedrock_runtime/own-loop
      toolConfig: { tools },
    }),
  );
  // ok: aws.bedrock_runtime/own-loop
  // evidence: aws.bedrock_runtime/asked
  return client.send(new ConverseCommand({ modelId: process.env.MODEL, messages }));
}
