# evidence: aws.bedrock_agents/agent-resource
resource "aws_bedrockagent_agent" "parts" {
  agent_name                  = "parts"
  # evidence: aws.bedrock_agents/agent-model, aws.bedrock_agents/model-setting
  foundation_model            = "amazon.nova-pro-v1:0"
  # evidence: aws.bedrock_agents/session-lifetime
  idle_session_ttl_in_seconds = 600
  # evidence: aws.bedrock_agents/agent-prompt
  instruction                 = "Answer questions about parts."
}

# evidence: aws.bedrock_agents/action-group
resource "aws_bedrockagent_agent_action_group" "lookup" {
  action_group_name = "lookup"
}

# ok: aws.bedrock_agents/agent-resource, aws.bedrock_agents/action-group
resource "aws_lambda_function" "lookup" {
  function_name = "lookup"
}

resource "aws_cloudwatch_metric_alarm" "slow" {
  # evidence: aws.bedrock_agents/metrics
  namespace = "AWS/Bedrock/Agents"
}
