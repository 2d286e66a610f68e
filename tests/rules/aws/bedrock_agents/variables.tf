variable "models" {
  default = {
    # evidence: aws.bedrock_agents/model-setting
    haiku = "anthropic.claude-3-5-haiku-20241022-v1:0"
    # ok: aws.bedrock_agents/model-setting
    vectors = "amazon.titan-embed-text-v1"
  }
}

# evidence: aws.bedrock_agents/agent-resource
resource "aws_bedrockagent_agent" "each" {
  for_each = var.models
  # ok: aws.bedrock_agents/agent-model
  foundation_model = each.value
}
