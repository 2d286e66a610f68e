module "desk" {
  # evidence: aws.bedrock_agents/module-source
  source = "aws-ia/bedrock/aws"
  # evidence: aws.bedrock_agents/model-setting
  foundation_model = "anthropic.claude-3-5-haiku-20241022-v1:0"
  # evidence: aws.bedrock_agents/module-prompt
  instruction = "You help with claims."
  # evidence: aws.bedrock_agents/module-tools
  create_ag = true
}

module "network" {
  # ok: aws.bedrock_agents/module-source
  source = "terraform-aws-modules/vpc/aws"
  # ok: aws.bedrock_agents/module-prompt, aws.bedrock_agents/module-tools
  create_igw = true
}
