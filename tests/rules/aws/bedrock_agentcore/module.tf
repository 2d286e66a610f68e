module "desk" {
  # evidence: aws.bedrock_agentcore/module-source
  source = "aws-ia/agentcore/aws"
}

module "network" {
  # ok: aws.bedrock_agentcore/module-source
  source = "terraform-aws-modules/vpc/aws"
}
