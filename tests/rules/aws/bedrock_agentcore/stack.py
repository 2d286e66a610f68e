"""Declares the runtime, its tools and its memory with the AWS CDK, and sets up memory by hand."""

import boto3
from aws_cdk import aws_iam as iam
from aws_cdk.aws_bedrock_agentcore_alpha import Gateway, Memory, Runtime
from llama_agents.agentcore.deploy import AgentCoreDeployer

# evidence: aws.bedrock_agentcore/hosting, aws.bedrock_agentcore/runtime-resource
runtime = Runtime(stack, "Desk", runtime_name="desk")
# evidence: aws.bedrock_agentcore/gateway
gateway = Gateway(stack, "Tools", gateway_name="tools")
# evidence: aws.bedrock_agentcore/memory
memory = Memory(stack, "Memory", memory_name="memory")
# evidence: aws.bedrock_agentcore/hosting
deployer = AgentCoreDeployer(session=boto3.Session(), deployment_role="d", execution_role="e")
# ok: aws.bedrock_agentcore/hosting, aws.bedrock_agentcore/runtime-resource, aws.bedrock_agentcore/gateway, aws.bedrock_agentcore/memory
role = iam.Role(stack, "Role", assumed_by=None)
# evidence: aws.bedrock_agentcore/permission
rights = iam.PolicyStatement(actions=["bedrock-agentcore:Invoke*"], resources=["*"])
# ok: aws.bedrock_agentcore/permission
fewer = iam.PolicyStatement(actions=["bedrock-agentcore:ListAgentRuntimes", "bedrock-agentcore:*"], resources=["*"])


def control():
    return boto3.client("bedrock-agentcore-control")


def keep(name, cards):
    # evidence: aws.bedrock_agentcore/memory
    kept = control().create_memory(name=name, eventExpiryDuration=30)
    # ok: aws.bedrock_agentcore/memory
    cards.create_memory(name=name)
    return kept
