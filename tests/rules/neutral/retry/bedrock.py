"""A client of Amazon Bedrock made in a module of its own."""

import boto3
from botocore.config import Config

# evidence: neutral.retry/bedrock-client-attempts, neutral.retry/aws-client-attempts
again = Config(retries={"max_attempts": 10, "mode": "standard"})
# ok: neutral.retry/bedrock-client-attempts, neutral.retry/aws-client-attempts
plain = Config(region_name="eu-west-1")
client = boto3.client("bedrock-runtime", config=again)
