#!/bin/sh
# evidence: aws.bedrock_agentcore/trace-delivery-command
aws xray update-trace-segment-destination --destination CloudWatchLogs
# evidence: aws.bedrock_agentcore/trace-delivery-command
aws --region eu-west-1 logs put-delivery-source --name desk --log-type TRACES --resource-arn "$ARN"
# ok: aws.bedrock_agentcore/trace-delivery-command
echo "Run: aws xray update-trace-segment-destination --destination CloudWatchLogs"
# ok: aws.bedrock_agentcore/trace-delivery-command
aws logs create-log-group --log-group-name desk

python3 - <<'PY'
# evidence: aws.bedrock_agentcore/deployment-command
from bedrock_agentcore_starter_toolkit import Runtime
# ok: aws.bedrock_agentcore/deployment-command
from desk import Runtime
PY
