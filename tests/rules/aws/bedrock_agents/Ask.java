package example;

import software.amazon.awssdk.services.bedrockagentruntime.BedrockAgentRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockagentruntime.model.InvokeAgentRequest;

class Ask {
  void run(String id, Shop shop) {
    var client = BedrockAgentRuntimeAsyncClient.create();
    // evidence: aws.bedrock_agents/session-sdk
    var request = InvokeAgentRequest.builder().agentId("ABCDEFGHIJ").sessionId(id).build();
    // evidence: aws.bedrock_agents/agent-invocation-sdk
    client.invokeAgent(request, handler);
    // ok: aws.bedrock_agents/agent-invocation-sdk, aws.bedrock_agents/session-sdk
    shop.invokeAgent(request);
  }
}
