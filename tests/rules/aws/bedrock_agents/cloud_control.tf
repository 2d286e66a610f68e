# evidence: aws.bedrock_agents/agent-resource
resource "awscc_bedrock_agent" "claims" {
  agent_name = "claims"
  # evidence: aws.bedrock_agents/agent-model, aws.bedrock_agents/model-setting
  foundation_model = "amazon.nova-pro-v1:0"
  # evidence: aws.bedrock_agents/agent-prompt
  instruction = file("${path.module}/instruction.txt")
  # evidence: aws.bedrock_agents/session-lifetime
  idle_session_ttl_in_seconds = 600
  # evidence: aws.bedrock_agents/action-group
  action_groups = [{ action_group_name = "lookup" }]
  # evidence: aws.bedrock_agents/guardrail
  guardrail_configuration = { guardrail_identifier = awscc_bedrock_guardrail.text.guardrail_id }
}

# evidence: aws.bedrock_agents/guardrail
resource "awscc_bedrock_guardrail" "text" {
  name = "claims"
}

# evidence: aws.bedrock_agents/knowledge-base
resource "awscc_bedrock_knowledge_base" "handbook" {
  name = "handbook"
}

# evidence: aws.bedrock_agents/knowledge-base
resource "aws_bedrockagent_agent_knowledge_base_association" "handbook" {
  agent_id = awscc_bedrock_agent.claims.agent_id
}

# evidence: aws.bedrock_agents/agent-prompt
resource "awscc_bedrock_prompt" "greeting" {
  name = "greeting"
}

# ok: aws.bedrock_agents/agent-resource, aws.bedrock_agents/knowledge-base, aws.bedrock_agents/agent-prompt
resource "awscc_bedrock_application_inference_profile" "claims" {
  inference_profile_name = "claims"
}

resource "terraform_data" "ready" {
  provisioner "local-exec" {
    # evidence: aws.bedrock_agents/agent-command
    command = "aws bedrock-agent prepare-agent --agent-id ${awscc_bedrock_agent.claims.agent_id}"
  }
}
