package example;

import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;

class Loop {
  void run(BedrockRuntimeClient client, ToolConfiguration tools) {
    // evidence: aws.bedrock_runtime/own-loop, aws.bedrock_runtime/model-id, aws.bedrock_runtime/model-id-sdk
    client.converse(ConverseRequest.builder().modelId("anthropic.claude-sonnet-5-v1:0").toolConfig(tools).build());
    // ok: aws.bedrock_runtime/own-loop
    client.converse(ConverseRequest.builder().modelId(System.getenv("MODEL")).build());
  }
}
