import software.amazon.awssdk.services.bedrockagentcore.model.InvokeAgentRuntimeRequest;

class Claims {
  byte[] ask(BedrockAgentCoreClient client, String text) {
    // evidence: aws.bedrock_agentcore/runtime-request
    var request = InvokeAgentRuntimeRequest.builder().agentRuntimeArn(ARN).build();
    // ok: aws.bedrock_agentcore/runtime-request
    var other = InvokeModelRequest.builder().modelId(text).build();
    return client.invokeAgentRuntime(request, other);
  }
}
