"""AgentCore's managed loop, its tools and its stores."""

import os

import boto3
from bedrock_agentcore.identity.auth import requires_api_key
from bedrock_agentcore.tools.code_interpreter_client import code_session
from bedrock_agentcore_starter_toolkit import Runtime
from langgraph_checkpoint_aws import AgentCoreMemorySaver

control = boto3.client("bedrock-agentcore-control")
data = boto3.client("bedrock-agentcore")
# evidence: aws.bedrock_agentcore/hosting
notebook = Runtime()
# evidence: aws.bedrock_agentcore/managed-loop
control.create_harness(
    name="claims",
    # evidence: aws.bedrock_agentcore/stored-prompt
    systemPrompt=[{"text": "Check claims."}],
    # evidence: aws.bedrock_agentcore/loop-model
    model={"bedrockModelConfig": {"modelId": "amazon.nova-pro-v1:0"}},
    # evidence: aws.bedrock_agentcore/loop-limit
    maxIterations=20,
    # evidence: aws.bedrock_agentcore/hosted-tool
    tools=[{"type": "agentcore_browser"}],
)
# evidence: aws.bedrock_agentcore/stored-prompt
OWN = {"extraction": {"appendToPrompt": "Keep claim numbers."}}
# ok: aws.bedrock_agentcore/stored-prompt
TITLE = {"extraction": {"appendToTitle": "Keep claim numbers."}}
# ok: aws.bedrock_agentcore/managed-loop, aws.bedrock_agentcore/stored-prompt, aws.bedrock_agentcore/loop-model, aws.bedrock_agentcore/loop-limit
control.list_harnesses(maxResults=20)
# evidence: aws.bedrock_agentcore/hosting
control.create_agent_runtime(
    agentRuntimeName="claims",
    # evidence: aws.bedrock_agentcore/session-lifetime
    lifecycleConfiguration={"idleRuntimeSessionTimeout": 900},
)
# ok: aws.bedrock_agentcore/session-lifetime
s3.put_bucket(lifecycleConfiguration={})
# evidence: aws.bedrock_agentcore/gateway
control.create_gateway_target(
    gatewayIdentifier="g",
    # evidence: aws.bedrock_agentcore/gateway-fallback
    targetConfiguration={"inference": {"targetFallback": {}}},
)
# evidence: aws.bedrock_agentcore/gateway
control.create_gateway_target(
    gatewayIdentifier="g",
    # ok: aws.bedrock_agentcore/gateway-fallback
    targetConfiguration={"mcp": {}},
)
# evidence: aws.bedrock_agentcore/tool-policy
control.create_policy_engine(name="claims")
# ok: aws.bedrock_agentcore/tool-policy
control.list_policies()
# evidence: aws.bedrock_agentcore/hosted-evaluation
control.create_online_evaluation_config(onlineEvaluationConfigName="claims")
# ok: aws.bedrock_agentcore/hosted-evaluation
own.evaluate(name="claims")
# evidence: aws.bedrock_agentcore/runtime-address
CLAIMS = "arn:aws:bedrock-agentcore:eu-central-1:123456789012:runtime/claims-1a2b"
# evidence: aws.bedrock_agentcore/gateway-address
TOOLS = "https://claims-1a2b.gateway.bedrock-agentcore.eu-central-1.amazonaws.com/mcp"
# ok: aws.bedrock_agentcore/runtime-address, aws.bedrock_agentcore/gateway-address
OWN = "https://tools.claims.example/mcp"
# evidence: aws.bedrock_agentcore/memory-address
MEMORY = os.environ["AGENTCORE_MEMORY_ID"]
# ok: aws.bedrock_agentcore/memory-address
CACHE = os.environ["CACHE_ID"]
# evidence: aws.bedrock_agentcore/memory, aws.bedrock_agentcore/memory-branch
saver = AgentCoreMemorySaver(MEMORY)
# evidence: aws.bedrock_agentcore/vendor-exporter
os.environ["AGENT_OBSERVABILITY_ENABLED"] = "true"
# ok: aws.bedrock_agentcore/vendor-exporter
os.environ["OTEL_TRACES_EXPORTER"] = "otlp"


# evidence: aws.bedrock_agentcore/identity
@requires_api_key(provider_name="crm")
def run(memory, text):
    # evidence: aws.bedrock_agentcore/memory-access
    turns = memory.get_last_k_turns(memory_id=MEMORY, k=5)
    # evidence: aws.bedrock_agentcore/memory-access
    memory.create_event(memory_id=MEMORY, messages=[text])
    # ok: aws.bedrock_agentcore/memory-access, aws.bedrock_agentcore/memory
    calendar.create_event(day=text)
    # ok: aws.bedrock_agentcore/memory-access
    calendar.save_conversation(test=True)
    # evidence: aws.bedrock_agentcore/memory-access
    memory.save_conversation(memory_id=MEMORY, messages=[text])
    # evidence: aws.bedrock_agentcore/memory-branch
    memory.fork_conversation(MEMORY, "claims")
    # ok: aws.bedrock_agentcore/memory-branch
    git.list_branches()
    # evidence: aws.bedrock_agentcore/hosted-interpreter, aws.bedrock_agentcore/hosted-tool
    with code_session("eu-central-1") as box:
        # ok: aws.bedrock_agentcore/hosted-interpreter, aws.bedrock_agentcore/hosted-tool
        return box.run(turns)


def asked(question):
    # evidence: aws.bedrock_agentcore/hosting
    runtime = Runtime()
    # evidence: aws.bedrock_agentcore/runtime-invocation
    return runtime.invoke({"prompt": question})
