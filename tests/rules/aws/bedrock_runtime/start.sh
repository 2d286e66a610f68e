#!/bin/sh
# evidence: aws.bedrock_runtime/model-in-script
export REASONING_MODEL_ID="us.anthropic.claude-sonnet-4-20250514-v1:0"
# evidence: aws.bedrock_runtime/model-in-script
MODEL=${MODEL:-anthropic.claude-3-haiku-20240307-v1:0}
# ok: aws.bedrock_runtime/model-in-script
export EMBED_MODEL_ID="amazon.titan-embed-text-v2:0"
# ok: aws.bedrock_runtime/model-in-script
# export MODEL_ID="us.anthropic.claude-3-7-sonnet-20250219-v1:0"
