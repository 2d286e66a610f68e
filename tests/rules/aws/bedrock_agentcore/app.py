"""An agent built for AgentCore."""

import boto3
from bedrock_agentcore import BedrockAgentCoreApp
from bedrock_agentcore.identity.auth import requires_access_token
from bedrock_agentcore.memory import MemoryClient

# evidence: aws.bedrock_agentcore/hosting
app = BedrockAgentCoreApp()
# ok: aws.bedrock_agentcore/hosting
web = FastAPI()
data = boto3.client("bedrock-agentcore")
control = boto3.client("bedrock-agentcore-control")


# evidence: aws.bedrock_agentcore/identity
@requires_access_token(provider_name="crm", scopes=[], auth_flow="M2M")
def token():
    return None


# ok: aws.bedrock_agentcore/identity
@requires_login(provider_name="crm")
def other():
    return None


def ask(text, session):
    # evidence: aws.bedrock_agentcore/memory
    memory = MemoryClient(region_name="eu-central-1")
    # ok: aws.bedrock_agentcore/memory
    cache = MemcacheClient(region_name="eu-central-1")
    # evidence: aws.bedrock_agentcore/runtime-invocation
    answer = data.invoke_agent_runtime(
        agentRuntimeArn="x",
        # evidence: aws.bedrock_agentcore/runtime-session
        runtimeSessionId=session,
        payload=text,
    )
    # ok: aws.bedrock_agentcore/runtime-invocation, aws.bedrock_agentcore/runtime-session
    plain = web.invoke_agent(agentRuntimeArn="x", runtimeSessionId=session)
    return memory, cache, answer, plain


def offer():
    # evidence: aws.bedrock_agentcore/gateway
    control.create_gateway(name="tools", protocolType="MCP", roleArn="r")
    # ok: aws.bedrock_agentcore/gateway
    payments.create_gateway(name="cards")
    # evidence: aws.bedrock_agentcore/permission
    statement = {"Action": ["bedrock-agentcore:InvokeAgentRuntime", "s3:GetObject"]}
    # evidence: aws.bedrock_agentcore/permission
    cleaner = {"Action": ["bedrock-agentcore:DeleteAgentRuntime", "s3:GetObject"]}
    # ok: aws.bedrock_agentcore/permission
    reader = {"Action": ["s3:DeleteObject"]}
    # evidence: aws.bedrock_agentcore/memory-permission
    memory = {"Action": ["bedrock-agentcore:CreateEvent"]}
    # evidence: aws.bedrock_agentcore/identity-permission
    vault = {"Action": ["agent-credential-provider:*", "secretsmanager:GetSecretValue"]}
    # ok: aws.bedrock_agentcore/permission, aws.bedrock_agentcore/memory-permission, aws.bedrock_agentcore/identity-permission
    tools = {"Action": ["bedrock-agentcore:ListGateways"]}
    # evidence: aws.bedrock_agentcore/telemetry
    logs = "/aws/bedrock-agentcore/runtimes/claims"
    # ok: aws.bedrock_agentcore/telemetry
    own = "/claims/runtime"
    return statement, memory, tools, vault, logs, own
