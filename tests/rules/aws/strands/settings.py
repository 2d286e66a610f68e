"""Settings of the service, read by the module that builds the agent."""


class Settings:
    # evidence: aws.strands/model-setting
    model_id: str = "us.anthropic.claude-haiku-4-5-20251001-v1:0"
    # ok: aws.strands/model-setting
    embedding_model: str = "amazon.titan-embed-text-v1"
    # ok: aws.strands/model-setting
    note = "anthropic.claude models are asked"
