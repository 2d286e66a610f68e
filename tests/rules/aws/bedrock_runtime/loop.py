"""An agent loop of its own on Bedrock's model call."""

import boto3

models = boto3.client("bedrock-runtime")
# evidence: aws.bedrock_runtime/model-id, aws.bedrock_runtime/model-key
MODEL = "eu.amazon.nova-pro-v1:0"
# ok: aws.bedrock_runtime/model-id, aws.bedrock_runtime/model-key
EMBEDDING = "amazon.titan-embed-text-v2:0"
# evidence: aws.bedrock_runtime/tool-schema
TOOLS = [{"toolSpec": {"name": "lookup"}}]
# ok: aws.bedrock_runtime/tool-schema
NEUTRAL = [{"tool": {"name": "lookup"}}]


def run(messages):
    # evidence: aws.bedrock_runtime/asked
    answer = models.converse(
        modelId=MODEL,
        messages=messages,
        # evidence: aws.bedrock_runtime/own-loop
        toolConfig={"tools": TOOLS},
    )
    # ok: aws.bedrock_runtime/own-loop
    # evidence: aws.bedrock_runtime/asked
    return answer, models.converse(modelId=MODEL, messages=messages)
