package example;

import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;
import software.amazon.awssdk.services.bedrockagentcorecontrol.BedrockAgentCoreControlClient;

class Control {
  void run(BedrockAgentCoreClient core, BedrockAgentCoreControlClient control, Shop shop) {
    // evidence: aws.bedrock_agentcore/hosting-sdk
    control.createAgentRuntime(null);
    // evidence: aws.bedrock_agentcore/gateway-sdk
    control.createGateway(null);
    // evidence: aws.bedrock_agentcore/memory-sdk
    core.createEvent(null);
    // evidence: aws.bedrock_agentcore/hosted-interpreter-sdk
    core.startCodeInterpreterSession(null);
    // evidence: aws.bedrock_agentcore/identity-sdk
    core.getWorkloadAccessToken(null);
    // ok: aws.bedrock_agentcore/hosting-sdk, aws.bedrock_agentcore/gateway-sdk, aws.bedrock_agentcore/identity-sdk
    shop.createGateway(null);
    // ok: aws.bedrock_agentcore/memory-sdk, aws.bedrock_agentcore/hosted-interpreter-sdk
    shop.createEvent(null);
  }
}
