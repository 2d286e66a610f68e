"""Tidies up AgentCore, sets up a target with a key, and checks what its gateway passes on."""

import boto3
from bedrock_agentcore_starter_toolkit.operations.gateway.client import GatewayClient

session = boto3.Session(region_name="us-east-1")
control = session.client("bedrock-agentcore-control")
storage = session.client("storagegateway")

# evidence: aws.bedrock_agentcore/gateway
for gateway in control.list_gateways()["items"]:
    # evidence: aws.bedrock_agentcore/gateway
    control.delete_gateway(gatewayIdentifier=gateway["gatewayId"])
# ok: aws.bedrock_agentcore/gateway
storage.list_gateways()
# evidence: aws.bedrock_agentcore/tool-policy
control.create_policy(policyEngineId="p", name="n")
# ok: aws.bedrock_agentcore/tool-policy
boto3.client("iam").create_policy(PolicyName="n")
# ok: aws.bedrock_agentcore/identity
control.delete_oauth2_credential_provider(name="n")

client = GatewayClient(region_name="us-east-1")
# evidence: aws.bedrock_agentcore/gateway
client.create_mcp_gateway_target(
    gateway=gateway,
    # evidence: aws.bedrock_agentcore/identity
    credentials={"api_key": key},
)


def check(event, context):
    body = event["mcp"]["gatewayRequest"]["body"]
    # ok: aws.bedrock_agentcore/gateway-interceptor
    note = "a request that was changed"
    # evidence: aws.bedrock_agentcore/gateway-interceptor
    return {"mcp": {"transformedGatewayRequest": {"body": body}}, "note": note}
