const { BedrockAgentRuntimeClient, InvokeAgentCommand, RetrieveCommand, RetrieveAndGenerateStreamCommand } = require("@aws-sdk/client-bedrock-agent-runtime");

exports.handler = async (event) => {
  const client = new BedrockAgentRuntimeClient({});
  const input = {
    agentId: process.env.AGENT,
    // evidence: aws.bedrock_agents/session
    sessionId: event.user,
    // evidence: aws.bedrock_agents/trace
    enableTrace: true,
    inputText: event.text,
  };
  // evidence: aws.bedrock_agents/agent-invocation
  const answer = await client.send(new InvokeAgentCommand(input));
  for await (const part of answer.completion) {
    // evidence: aws.bedrock_agents/trace
    if (part.trace?.trace?.orchestrationTrace) console.log(part);
    // ok: aws.bedrock_agents/trace
    if (part.chunk) console.log(part.chunk);
  }
  // evidence: aws.bedrock_agents/knowledge-base
  const found = await client.send(new RetrieveCommand({ knowledgeBaseId: "KB" }));
  // evidence: aws.bedrock_agents/knowledge-base
  const told = await client.send(new RetrieveAndGenerateStreamCommand(order));
  // ok: aws.bedrock_agents/agent-invocation
  return [await other.send(new InvokeCommand({ FunctionName: "parts" })), found];
};
