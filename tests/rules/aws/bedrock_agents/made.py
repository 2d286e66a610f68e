"""Makes the search store of an agent and names the model that answers from it."""

import boto3

files = boto3.client("s3")
# evidence: aws.bedrock_agents/model-beside-call
foundation_model = "anthropic.claude-3-sonnet-20240229-v1:0"
# ok: aws.bedrock_agents/model-beside-call
embedding_model = "amazon.titan-embed-text-v2:0"
