"""What AgentCore keeps, declared through the library's short names."""

from aws_cdk import aws_bedrockagentcore as agentcore
from aws_cdk import aws_s3 as s3


def build(stack):
    # evidence: aws.bedrock_agentcore/gateway
    agentcore.CfnGatewayTarget(stack, "Target", name="claims")
    # evidence: aws.bedrock_agentcore/gateway, aws.bedrock_agentcore/identity
    agentcore.CfnGatewayTarget(stack, "Keyed", credential_provider_configurations=[{"credentialProviderType": "API_KEY"}])
    # evidence: aws.bedrock_agentcore/gateway
    # ok: aws.bedrock_agentcore/identity
    agentcore.CfnGatewayTarget(stack, "Role", credential_provider_configurations=[{"credentialProviderType": "GATEWAY_IAM_ROLE"}])
    # evidence: aws.bedrock_agentcore/memory
    agentcore.CfnMemory(stack, "Past", name="past", event_expiry_duration=30)
    # evidence: aws.bedrock_agentcore/identity
    agentcore.CfnWorkloadIdentity(stack, "Access", name="desk")
    # evidence: aws.bedrock_agentcore/hosted-interpreter, aws.bedrock_agentcore/hosted-tool
    agentcore.CfnBrowserCustom(stack, "Web", name="web")
    # ok: aws.bedrock_agentcore/gateway, aws.bedrock_agentcore/memory, aws.bedrock_agentcore/identity, aws.bedrock_agentcore/hosted-interpreter
    s3.Bucket(stack, "Letters")
