package example;

import software.amazon.awssdk.services.bedrockagent.BedrockAgentClient;
import software.amazon.awssdk.services.bedrockagent.model.CreateAgentRequest;
import software.amazon.awssdk.services.bedrockagentruntime.BedrockAgentRuntimeClient;
import software.amazon.awssdk.services.bedrockagentruntime.model.InvokeAgentRequest;

class Control {
  void run(BedrockAgentClient agents, BedrockAgentRuntimeClient runtime, Shop shop) {
    CreateAgentRequest.Builder request = CreateAgentRequest.builder().agentName("desk");
    // evidence: aws.bedrock_agents/agent-prompt-sdk
    request.instruction("Answer claims.");
    // evidence: aws.bedrock_agents/agent-definition-sdk
    agents.createAgent(request.build());
    // evidence: aws.bedrock_agents/trace-sdk
    var ask = InvokeAgentRequest.builder().agentId("a").enableTrace(true).build();
    // evidence: aws.bedrock_agents/session-store-sdk
    runtime.createSession();
    // ok: aws.bedrock_agents/agent-definition-sdk, aws.bedrock_agents/session-store-sdk
    shop.createAgent("desk");
    // ok: aws.bedrock_agents/agent-prompt-sdk, aws.bedrock_agents/trace-sdk
    shop.instruction("Answer claims.");
  }
}
