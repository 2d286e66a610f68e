variable "bedrock_model_id" {
  type = string
  # evidence: aws.bedrock_runtime/model-declared
  default = "us.anthropic.claude-haiku-4-5-20251001-v1:0"
}

variable "bedrock_embedding_model_id" {
  type = string
  # ok: aws.bedrock_runtime/model-declared
  default = "amazon.titan-embed-text-v2:0"
}
