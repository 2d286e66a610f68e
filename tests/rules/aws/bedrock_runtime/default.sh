# evidence: aws.bedrock_runtime/model-in-script
: "${BEDROCK_TEXT_MODEL_ID:=us.anthropic.claude-sonnet-4-20250514-v1:0}"
# ok: aws.bedrock_runtime/model-in-script
: "${BEDROCK_TEXT_MODEL_ID:?set it}"
