import { BedrockAgentCoreClient, CompleteResourceTokenAuthCommand } from "@aws-sdk/client-bedrock-agentcore";
import { CreateWorkloadIdentityCommand } from "@aws-sdk/client-bedrock-agentcore-control";

const client = new BedrockAgentCoreClient({});

export async function finish(session: string) {
  // evidence: aws.bedrock_agentcore/identity
  await client.send(new CompleteResourceTokenAuthCommand({ sessionUri: session }));
  // evidence: aws.bedrock_agentcore/identity
  const made = new CreateWorkloadIdentityCommand({ name: "desk" });
  // ok: aws.bedrock_agentcore/identity
  return new CompleteSignInCommand({ made });
}
