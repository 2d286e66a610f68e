"""Letters whose text Bedrock keeps."""

import boto3

store = boto3.client("bedrock-agent")
# evidence: aws.bedrock_runtime/stored-prompt
letter = store.get_prompt(promptIdentifier="ABCDEFGHIJ")
texts = open("letters.txt").read()
# ok: aws.bedrock_runtime/stored-prompt
other = texts.get_prompt("letter")
