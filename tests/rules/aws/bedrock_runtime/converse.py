"""A model on Bedrock named beside a neutral function that is told its provider."""

import os

from langchain.chat_models import init_chat_model

# evidence: aws.bedrock_runtime/model-id
MODEL = os.environ.get("MODEL_ID", "global.anthropic.claude-haiku-4-5-20251001-v1:0")
# evidence: aws.bedrock_runtime/model-id
NEAR = f"{REGION[0:2]}.anthropic.claude-3-7-sonnet-20250219-v1:0"
# ok: aws.bedrock_runtime/model-id
DOMAIN = "claims.example"
llm = init_chat_model(MODEL, model_provider="bedrock_converse")
