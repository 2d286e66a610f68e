#!/bin/sh
# evidence: aws.bedrock_agentcore/trace-delivery-command
aws xray update-trace-segment-destination --destination CloudWatchLogs
# evidence: aws.bedrock_agentcore/trace-delivery-command
aws --region eu-west-1 logs put-delivery-source --name desk --log-type TRACES --resource-arn "$ARN"
# ok: aws.bedrock_agentcore/trace-delivery-command
echo "Run: aws xray update-trace-segment-destination --destination CloudWatchLogs"
# ok: aws.bedrock_agentcore/trace-delivery-command
aws logs create-log-group --log-group-name desk
