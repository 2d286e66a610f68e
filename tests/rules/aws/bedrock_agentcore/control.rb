core = Aws::BedrockAgentCore::Client.new(region: "eu-central-1")
# evidence: aws.bedrock_agentcore/runtime-invocation-sdk, aws.bedrock_agentcore/runtime-session-sdk
core.invoke_agent_runtime(agent_runtime_arn: arn, runtime_session_id: "s")
# evidence: aws.bedrock_agentcore/memory-sdk
core.create_event(memory_id: "m")
# ok: aws.bedrock_agentcore/memory-sdk
Shop.new.create_event(memory_id: "m")
