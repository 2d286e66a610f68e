client = Aws::BedrockAgentRuntime::Client.new(region: "eu-central-1")
client.invoke_agent(agent_id: "ABCDEFGHIJ", session_id: "s", input_text: "x") # evidence: aws.bedrock_agents/agent-invocation-sdk, aws.bedrock_agents/session-sdk
other = Aws::S3::Client.new
# ok: aws.bedrock_agents/agent-invocation-sdk
other.invoke_agent(agent_id: "x")
