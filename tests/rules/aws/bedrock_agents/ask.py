"""Asks a Bedrock agent."""

import boto3
from aws_lambda_powertools.event_handler import BedrockAgentResolver

runtime = boto3.client("bedrock-agent-runtime", region_name="eu-central-1")
control = boto3.client("bedrock-agent")
models = boto3.client("bedrock-runtime")
# evidence: aws.bedrock_agents/action-group-handler
app = BedrockAgentResolver()


def ask(question, session_id):
    # evidence: aws.bedrock_agents/agent-invocation
    answer = runtime.invoke_agent(
        agentId="ABCDEFGHIJ",
        agentAliasId="KLMNOPQRST",
        # evidence: aws.bedrock_agents/session
        sessionId=session_id,
        # evidence: aws.bedrock_agents/trace
        enableTrace=True,
        inputText=question,
    )
    # ok: aws.bedrock_agents/agent-invocation, aws.bedrock_agents/session
    plain = models.converse(modelId="x", messages=[], sessionId=session_id)
    for step in answer["completion"]:
        # evidence: aws.bedrock_agents/trace
        if "orchestrationTrace" in step.get("trace", {}):
            print(step)
        # ok: aws.bedrock_agents/trace
        if "chunk" in step:
            print(step["chunk"])
    # evidence: aws.bedrock_agents/agent-invocation
    quiet = runtime.invoke_agent(agentId="A", agentAliasId="B", inputText=question, enableTrace=False)
    return plain, quiet


def ask_again(question, history):
    # evidence: aws.bedrock_agents/agent-invocation
    return runtime.invoke_inline_agent(
        # evidence: aws.bedrock_agents/agent-model, aws.bedrock_agents/model-beside-call
        foundationModel="amazon.nova-pro-v1:0",
        # evidence: aws.bedrock_agents/agent-prompt
        instruction="Answer questions about parts.",
        # evidence: aws.bedrock_agents/session
        sessionId="1",
        inputText=question,
        # evidence: aws.bedrock_agents/action-group, aws.bedrock_agents/code-interpreter
        # evidence: aws.bedrock_agents/hosted-tool
        actionGroups=[{"actionGroupName": "code", "parentActionGroupSignature": "AMAZON.CodeInterpreter"}],
    )


def seed(history):
    # evidence: aws.bedrock_agents/agent-invocation
    return runtime.invoke_agent(
        agentId="A",
        agentAliasId="B",
        # evidence: aws.bedrock_agents/session-checkpoint
        sessionState={"conversationHistory": {"messages": history}},
    )
    # ok: aws.bedrock_agents/session-checkpoint
    store.resume(sessionState={"history": history})


def define(role):
    # evidence: aws.bedrock_agents/agent-definition
    control.create_agent(
        agentName="parts",
        agentResourceRoleArn=role,
        # evidence: aws.bedrock_agents/agent-model, aws.bedrock_agents/model-beside-call
        foundationModel="amazon.nova-pro-v1:0",
        # evidence: aws.bedrock_agents/agent-prompt
        instruction="Answer questions about parts.",
        # evidence: aws.bedrock_agents/session-lifetime
        idleSessionTTLInSeconds=1800,
        # evidence: aws.bedrock_agents/agent-prompt
        promptOverrideConfiguration={"promptConfigurations": []},
    )
    # ok: aws.bedrock_agents/agent-definition, aws.bedrock_agents/agent-prompt, aws.bedrock_agents/agent-model, aws.bedrock_agents/session-lifetime
    factory.create_agent(name="parts", instruction="Answer.", model="x")
    # evidence: aws.bedrock_agents/action-group
    control.create_agent_action_group(agentId="A", agentVersion="DRAFT", actionGroupName="lookup")
    # evidence: aws.bedrock_agents/agent-definition
    control.prepare_agent(agentId="A")


def read_memory():
    # evidence: aws.bedrock_agents/session-store
    runtime.put_invocation_step(sessionIdentifier="1", invocationIdentifier="2", payload={})
    # ok: aws.bedrock_agents/session-store
    journal.put_step("1")
    # evidence: aws.bedrock_agents/session-store
    return runtime.get_agent_memory(agentId="A", agentAliasId="B", memoryId="c", memoryType="SESSION_SUMMARY")


def search(text):
    # evidence: aws.bedrock_agents/knowledge-base
    found = runtime.retrieve(knowledgeBaseId="KB", retrievalQuery={"text": text})
    # ok: aws.bedrock_agents/knowledge-base
    return found, index.retrieve(text)
