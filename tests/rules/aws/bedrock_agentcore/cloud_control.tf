# evidence: aws.bedrock_agentcore/runtime-resource, aws.bedrock_agentcore/hosting
resource "awscc_bedrockagentcore_runtime" "desk" {
  agent_runtime_name = "desk"
  # evidence: aws.bedrock_agentcore/session-lifetime
  lifecycle_configuration = { max_lifetime = 3600 }
}

# evidence: aws.bedrock_agentcore/runtime-resource, aws.bedrock_agentcore/hosting
resource "aws_bedrockagentcore_agent_runtime" "desk" {
  agent_runtime_name = "desk"
}

# evidence: aws.bedrock_agentcore/memory
resource "awscc_bedrockagentcore_memory" "desk" {
  name = "desk"
}

# evidence: aws.bedrock_agentcore/memory, aws.bedrock_agentcore/memory-strategy
resource "aws_bedrockagentcore_memory_strategy" "past" {
  name      = "past"
  memory_id = awscc_bedrockagentcore_memory.desk.id
  type      = "SUMMARIZATION"
}

# ok: aws.bedrock_agentcore/memory-strategy
resource "aws_autoscaling_policy" "memory_strategy" {
  name = "memory"
}

# evidence: aws.bedrock_agentcore/gateway
resource "awscc_bedrockagentcore_gateway" "tools" {
  name = "tools"
}

# evidence: aws.bedrock_agentcore/gateway-fallback
resource "aws_bedrockagentcore_gateway_rate_limit" "tools" {
  gateway_identifier = awscc_bedrockagentcore_gateway.tools.gateway_identifier
}

# evidence: aws.bedrock_agentcore/identity
resource "awscc_bedrockagentcore_o_auth_2_credential_provider" "mail" {
  name = "mail"
}

# evidence: aws.bedrock_agentcore/hosted-interpreter, aws.bedrock_agentcore/hosted-tool
resource "awscc_bedrockagentcore_browser_custom" "web" {
  name = "web"
}

# evidence: aws.bedrock_agentcore/managed-loop
resource "aws_bedrockagentcore_harness" "loop" {
  # evidence: aws.bedrock_agentcore/loop-model
  model {
    bedrock_model_config {
      model_id = "amazon.nova-pro-v1:0"
    }
  }
  # evidence: aws.bedrock_agentcore/stored-prompt
  system_prompt {
    text = "Answer questions about claims."
  }
}

# evidence: aws.bedrock_agentcore/hosted-evaluation
resource "aws_bedrockagentcore_evaluator" "tone" {
  evaluator_name = "tone"
}

# ok: aws.bedrock_agentcore/runtime-resource, aws.bedrock_agentcore/hosting, aws.bedrock_agentcore/memory, aws.bedrock_agentcore/gateway
resource "aws_ecs_service" "own" {
  name = "own"
}
