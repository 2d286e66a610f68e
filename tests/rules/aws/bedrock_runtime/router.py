"""Amazon chooses the model: fixture, never imported."""

import boto3

client = boto3.client("bedrock-runtime")
# evidence: aws.bedrock_runtime/prompt-router
ROUTER = "arn:aws:bedrock:eu-west-2:123456789012:default-prompt-router/anthropic.claude:1"
# ok: aws.bedrock_runtime/prompt-router
NOTE = "see prompt-router/ in the guide"
