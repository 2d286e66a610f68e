"""A model of Bedrock through the first classes of the community's library."""

from langchain_community.chat_models import BedrockChat

# evidence: aws.bedrock_runtime/model-id
name = "anthropic.claude-3-haiku-20240307-v1:0"
# ok: aws.bedrock_runtime/model-id
said = "anthropic claude"
model = BedrockChat(model_id=name)
