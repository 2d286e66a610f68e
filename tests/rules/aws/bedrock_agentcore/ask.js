import { BedrockAgentCoreClient, InvokeAgentRuntimeCommand } from "@aws-sdk/client-bedrock-agentcore";

export async function ask(session, text) {
  const client = new BedrockAgentCoreClient({});
  // evidence: aws.bedrock_agentcore/runtime-invocation
  return client.send(new InvokeAgentRuntimeCommand({
    agentRuntimeArn: process.env.RUNTIME,
    // evidence: aws.bedrock_agentcore/runtime-session
    runtimeSessionId: session,
    payload: text,
  }));
}
