# Parts of control that Bedrock holds: fixture, never applied.

# evidence: aws.bedrock_agents/agent-resource
resource "aws_bedrockagent_agent" "lead" {
  agent_name              = "lead"
  agent_resource_role_arn = aws_iam_role.agent.arn
  # evidence: aws.bedrock_agents/collaboration
  agent_collaboration = "SUPERVISOR"
  # evidence: aws.bedrock_agents/guardrail
  guardrail_configuration {
    guardrail_identifier = "gr-1"
    guardrail_version    = "1"
  }
}

# evidence: aws.bedrock_agents/guardrail
resource "aws_bedrock_guardrail" "text" {
  name = "claims"
}

# ok: aws.bedrock_agents/collaboration, aws.bedrock_agents/guardrail
resource "aws_bedrock_inference_profile" "text" {
  name = "guardrail_configuration"
}
