"""A client of AWS that tries again by a rule written here."""

import boto3
from botocore.config import Config

# evidence: neutral.retry/aws-client-attempts, neutral.retry/bedrock-client-attempts
config = Config(read_timeout=1000, retries={"max_attempts": 3, "mode": "adaptive"})
# ok: neutral.retry/aws-client-attempts
plain = Config(read_timeout=1000)
client = boto3.client("bedrock-agent-runtime", config=config)
