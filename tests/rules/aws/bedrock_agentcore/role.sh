#!/bin/sh
aws iam put-role-policy --role-name desk --policy-document '{
  "Statement": [
    {
      "Action": [
        "states:StartExecution",
        "bedrock-agentcore:GetMemory",
        "bedrock-agentcore:InvokeAgentRuntime",
        "bedrock-agentcore:InvokeGateway"
      ]
    }
  ]
}'
# bedrock-agentcore:InvokeAgentRuntime is needed by the desk, bedrock-agentcore:GetMemory and bedrock-agentcore:InvokeGateway by the agent.
