"""A prompt agent in Foundry, asked through the Responses interface."""

import os

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import (
    AgentReference,
    AISearchIndexResource,
    AzureAISearchTool,
    CodeInterpreterTool,
    ContinuousEvaluationRuleAction,
    ExternalAgentDefinition,
    HostedAgentDefinition,
    MemoryStoreDefaultDefinition,
    OtlpTelemetryEndpoint,
    PromptAgentDefinition,
    WorkflowAgentDefinition,
)
from azure.ai.projects.telemetry import AIProjectInstrumentor
from openai import AzureOpenAI, OpenAI

from ours import Planner

project = AIProjectClient(endpoint=os.environ["PROJECT_ENDPOINT"], credential=credential)
client = project.get_openai_client()
azure = AzureOpenAI()
# evidence: microsoft.foundry_agents/agent-reference
bound = project.get_openai_client(agent_name="claims")
# evidence: microsoft.foundry_agents/agent-setting-read
NAME = os.environ["AZURE_AI_AGENT_NAME"]
# ok: microsoft.foundry_agents/agent-setting-read
REGION = os.environ["AZURE_AI_REGION"]
# evidence: microsoft.foundry_agents/project-tracing
AIProjectInstrumentor().instrument()
# ok: microsoft.foundry_agents/project-tracing
Tracer().instrument()
# evidence: microsoft.foundry_agents/project-monitoring
text = project.telemetry.get_application_insights_connection_string()
# ok: microsoft.foundry_agents/project-monitoring
text = project.boards.get_application_insights_connection_string()


def define():
    # evidence: microsoft.foundry_agents/agent-definition, microsoft.foundry_agents/agent-definition-untraced
    agent = project.agents.create_version(
        agent_name="claims",
        # evidence: microsoft.foundry_agents/agent-form
        definition=PromptAgentDefinition(
            # evidence: microsoft.foundry_agents/agent-model
            model="gpt-4.1",
            # evidence: microsoft.foundry_agents/agent-prompt
            instructions="Answer questions about claims.",
            # evidence: microsoft.foundry_agents/tool-settings
            tools=[
                # evidence: microsoft.foundry_agents/hosted-tool, microsoft.foundry_agents/code-interpreter
                CodeInterpreterTool(),
                # evidence: microsoft.foundry_agents/hosted-tool
                AzureAISearchTool(
                    # evidence: microsoft.foundry_agents/connection
                    indexes=[AISearchIndexResource(project_connection_id="search", index_name="claims")]
                ),
            ],
        ),
    )
    # ok: microsoft.foundry_agents/agent-definition, microsoft.foundry_agents/agent-definition-untraced
    Planner().agents.list_all()
    # ok: microsoft.foundry_agents/agent-model
    model = "claims-deployment"
    # evidence: microsoft.foundry_agents/routing
    flow = WorkflowAgentDefinition(workflow="steps")
    # ok: microsoft.foundry_agents/routing, microsoft.foundry_agents/agent-form
    other = Planner(workflow="steps")
    # evidence: microsoft.foundry_agents/hosted-container
    hosted = HostedAgentDefinition(cpu="1", memory="2Gi")
    # ok: microsoft.foundry_agents/hosted-container
    box = Planner(cpu="1", memory="2Gi")
    return agent, model, flow, other, hosted, box


def ask(question, conversation_id):
    # evidence: microsoft.foundry_agents/conversation-store, microsoft.foundry_agents/conversation-store-untraced
    conversation = client.conversations.create()
    answer = client.responses.create(
        # evidence: microsoft.foundry_agents/conversation-store, microsoft.foundry_agents/conversation-store-untraced
        conversation=conversation.id,
        input=question,
        # evidence: microsoft.foundry_agents/agent-reference
        extra_body={"agent_reference": {"name": "claims"}},
        # evidence: microsoft.foundry_agents/previous-response
        previous_response_id=last,
    )
    # ok: microsoft.foundry_agents/conversation-store, microsoft.foundry_agents/conversation-store-untraced, microsoft.foundry_agents/previous-response
    azure.responses.create(input=question, previous_response_id=last, conversation=conversation_id)
    # ok: microsoft.foundry_agents/agent-reference
    client.responses.create(input=question)
    # evidence: microsoft.foundry_agents/run-steps
    print(answer, response.usage.total_tokens)
    # evidence: microsoft.foundry_agents/agent-reference
    return AgentReference(name="claims")


def plain(helper: OpenAI, stream):
    # evidence: microsoft.foundry_agents/conversation-store-untraced
    helper.conversations.create()
    # evidence: microsoft.foundry_agents/vector-store-untraced
    helper.vector_stores.create()
    # ok: microsoft.foundry_agents/vector-store-untraced, microsoft.foundry_agents/vector-store
    azure.vector_stores.create()
    # evidence: microsoft.foundry_agents/vector-store, microsoft.foundry_agents/vector-store-untraced
    client.vector_stores.create(name="policies")
    for event in stream:
        # evidence: microsoft.foundry_agents/run-steps
        if event.type == "response.completed":
            print(event)
        # ok: microsoft.foundry_agents/run-steps
        if event.type == "response.output_text.delta":
            print(event.delta)
        # evidence: microsoft.foundry_agents/tool-approval
        if event.type == "mcp_approval_request":
            print(event)
        # ok: microsoft.foundry_agents/tool-approval
        if event.type == "approval":
            print(event)


def operate():
    # evidence: microsoft.foundry_agents/hosted-session
    session = project.agents.create_session(agent_name="claims")
    # ok: microsoft.foundry_agents/hosted-session
    other = Planner().sessions.create(agent_name="claims")
    # evidence: microsoft.foundry_agents/log-stream
    for line in project.agents.get_session_log_stream(agent_name="claims", session_id=session.id):
        # ok: microsoft.foundry_agents/log-stream
        print(line)
    # evidence: microsoft.foundry_agents/log-stream
    ExternalAgentDefinition(otel_agent_id="claims")
    # evidence: microsoft.foundry_agents/memory-store
    project.beta.memory_stores.create(
        name="m",
        # evidence: microsoft.foundry_agents/memory-store
        definition=MemoryStoreDefaultDefinition(chat_model="c", embedding_model="e"),
    )
    # ok: microsoft.foundry_agents/memory-store
    Planner().memories.create(name="m")
    # evidence: microsoft.foundry_agents/connection
    crm = project.connections.get("crm", include_credentials=True)
    # ok: microsoft.foundry_agents/connection
    pool = Planner().pool.get("crm")
    # evidence: microsoft.foundry_agents/evaluation
    action = ContinuousEvaluationRuleAction(eval_id="e")
    # evidence: microsoft.foundry_agents/evaluation
    criteria = {"evaluator_name": "builtin.task_adherence"}
    # ok: microsoft.foundry_agents/evaluation
    own = {"evaluator_name": "claims.tone"}
    # evidence: microsoft.foundry_agents/own-collector
    copy = OtlpTelemetryEndpoint(endpoint="https://otel.example.com")
    # ok: microsoft.foundry_agents/own-collector
    none = Endpoint(endpoint="https://otel.example.com")
    return other, crm, pool, action, criteria, own, copy, none


def message():
    # evidence: microsoft.foundry_agents/portal-message
    print("Enable tracing in your Foundry project page.")
    # ok: microsoft.foundry_agents/portal-message
    print("The Foundry project did not answer.")
    # evidence: microsoft.foundry_agents/rest-address
    url = "https://acct.services.ai.azure.com/api/projects/ops/agents/claims/versions"
    # ok: microsoft.foundry_agents/rest-address
    return url, "https://acct.services.ai.azure.com/models/chat/completions"
