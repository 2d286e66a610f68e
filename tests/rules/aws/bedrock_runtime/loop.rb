client = Aws::BedrockRuntime::Client.new(region: "eu-central-1")
# evidence: aws.bedrock_runtime/own-loop, aws.bedrock_runtime/asked
client.converse(model_id: MODEL, messages: history, tool_config: {tools: tools})
# ok: aws.bedrock_runtime/own-loop
# evidence: aws.bedrock_runtime/asked
client.converse(model_id: MODEL, messages: history)
