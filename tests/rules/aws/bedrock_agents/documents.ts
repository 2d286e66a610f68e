import * as cr from "aws-cdk-lib/custom-resources";
import * as bedrock from "aws-cdk-lib/aws-bedrock";
import { BedrockAgentClient, CreateDataSourceCommand, ListPromptsCommand, StartIngestionJobCommand } from "@aws-sdk/client-bedrock-agent";

const client = new BedrockAgentClient({});

export const agent = new cr.AwsCustomResource(stack, "Desk", {
  onCreate: {
    service: "BedrockAgent",
    // evidence: aws.bedrock_agents/agent-construct
    action: "createAgent",
    // evidence: aws.bedrock_agents/construct-prompt
    parameters: { agentName: "desk", instruction: "Answer questions about claims." },
  },
});

// ok: aws.bedrock_agents/agent-construct, aws.bedrock_agents/construct-prompt
export const bucket = new cr.AwsCustomResource(stack, "Files", { onCreate: { service: "S3", action: "createBucket", parameters: {} } });

// evidence: aws.bedrock_agents/knowledge-base
export const source = new bedrock.CfnDataSource(stack, "Manuals", { name: "manuals" });
// ok: aws.bedrock_agents/knowledge-base
// evidence: aws.bedrock_agents/guardrail
export const guard = new bedrock.CfnGuardrail(stack, "Guard", { name: "guard" });

export async function load(id: string) {
  // evidence: aws.bedrock_agents/knowledge-base-sync
  await client.send(new StartIngestionJobCommand({ knowledgeBaseId: id, dataSourceId: "d" }));
  // evidence: aws.bedrock_agents/knowledge-base-sync
  await client.send(new CreateDataSourceCommand({ knowledgeBaseId: id, name: "manuals" }));
  // ok: aws.bedrock_agents/knowledge-base
  return client.send(new ListPromptsCommand({}));
}
