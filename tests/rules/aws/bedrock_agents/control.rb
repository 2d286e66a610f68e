agents = Aws::BedrockAgent::Client.new(region: "eu-central-1")
# evidence: aws.bedrock_agents/agent-definition-sdk
agents.create_agent(
  agent_name: "desk",
  # evidence: aws.bedrock_agents/agent-prompt-sdk
  instruction: "Answer claims."
)
runtime = Aws::BedrockAgentRuntime::Client.new(region: "eu-central-1")
# evidence: aws.bedrock_agents/agent-invocation-sdk, aws.bedrock_agents/trace-sdk
runtime.invoke_agent(agent_id: "a", enable_trace: true)
# ok: aws.bedrock_agents/agent-definition-sdk, aws.bedrock_agents/agent-prompt-sdk
Shop.new.create_agent(agent_name: "desk", instruction: "x")
