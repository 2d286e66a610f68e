"""A Pulumi program."""

import pulumi_aws as aws
from pulumi_aws import bedrock

# evidence: aws.bedrock_agents/pulumi-agent
agent = aws.bedrock.AgentAgent("claims", agent_name="claims")
# evidence: aws.bedrock_agents/pulumi-agent
alias = bedrock.AgentAgentAlias("live", agent_id=agent.agent_id)
# ok: aws.bedrock_agents/pulumi-agent
bucket = aws.s3.Bucket("files")
