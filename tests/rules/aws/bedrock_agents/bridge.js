const { BedrockAgentClient, CreateAgentCommand, CreateMapCommand } = require("@aws-sdk/client-bedrock-agent");

const client = new BedrockAgentClient({});

exports.publish = async (params) =>
  client.send(
    // evidence: aws.bedrock_agents/agent-definition
    new CreateAgentCommand({
      agentName: params.name,
      // evidence: aws.bedrock_agents/agent-prompt
      instruction: params.instructions,
      // evidence: aws.bedrock_agents/agent-model, aws.bedrock_agents/model-beside-call
      foundationModel: params.model || "anthropic.claude-3-haiku-20240307-v1:0",
      // evidence: aws.bedrock_agents/session-lifetime
      idleSessionTTLInSeconds: 600,
    }),
  );

// ok: aws.bedrock_agents/agent-prompt, aws.bedrock_agents/agent-model, aws.bedrock_agents/session-lifetime
exports.map = async () => client.send(new CreateMapCommand({ instruction: "x", foundationModel: "a.b", idleSessionTTLInSeconds: 1 }));
