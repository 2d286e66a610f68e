# The document agent (managed by AWS) and the database Northmoor runs itself.

variable "region" {
  type    = string
  default = "eu-west-2"
}

resource "aws_bedrockagent_agent" "documents" {
  agent_name                  = "claims-documents"
  agent_resource_role_arn     = aws_iam_role.documents.arn
  foundation_model            = "anthropic.claude-haiku-4-5-20251001-v1:0"
  idle_session_ttl_in_seconds = 1800
  instruction                 = <<-EOT
    You read photos and invoices that customers attach to a claim and
    say what they show, without deciding anything about the claim.
  EOT
}

resource "aws_bedrockagent_agent_alias" "documents" {
  agent_alias_name = "live"
  agent_id         = aws_bedrockagent_agent.documents.agent_id
}

resource "aws_iam_role" "documents" {
  name = "claims-documents-agent"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "bedrock.amazonaws.com" }
    }]
  })
}

resource "aws_db_instance" "claims" {
  identifier        = "claims"
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  allocated_storage = 100
}
