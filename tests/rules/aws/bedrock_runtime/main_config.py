"""Settings of a repository that drives agents."""

import os

# evidence: aws.bedrock_runtime/model-setting
MODEL_ID = os.environ.get("MODEL_ID", "global.anthropic.claude-haiku-4-5-20251001-v1:0")
# ok: aws.bedrock_runtime/model-setting
PICTURES = "amazon.nova-canvas-v1:0"
# ok: aws.bedrock_runtime/model-setting
PREFIX = "anthropic.claude-"
