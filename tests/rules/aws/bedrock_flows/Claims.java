import software.amazon.awssdk.services.bedrockagentruntime.model.InvokeFlowRequest;

class Claims {
  void ask(String flow) {
    // evidence: aws.bedrock_flows/flow-request
    var request = InvokeFlowRequest.builder().flowIdentifier(flow).build();
    // ok: aws.bedrock_flows/flow-request
    var other = InvokeModelRequest.builder().modelId(flow).build();
  }
}
