# evidence: aws.bedrock_flows/flow-command
aws bedrock-agent prepare-flow --flow-identifier "$FLOW"
# ok: aws.bedrock_flows/flow-command
aws bedrock-agent list-flows
