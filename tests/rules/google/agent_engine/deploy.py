"""Deploys a claims agent and talks to it."""

import os

import vertexai
from google.adk.agents import ManagedAgent
from google.adk.code_executors import AgentEngineSandboxCodeExecutor
from google.adk.memory import VertexAiMemoryBankService
from google.adk.sessions import InMemorySessionService, VertexAiSessionService
from vertexai import agent_engines
from vertexai.preview import prompts
from vertexai.preview.evaluation import EvalTask
from vertexai.preview.reasoning_engines import AdkApp, LanggraphAgent

from claims.agent import root_agent

# evidence: google.agent_engine/entry-point
app = AdkApp(
    agent=root_agent,
    # evidence: google.agent_engine/tracing-switch
    enable_tracing=True,
)
# evidence: google.agent_engine/entry-point
quiet = AdkApp(
    agent=root_agent,
    # ok: google.agent_engine/tracing-switch
    enable_tracing=False,
)
# evidence: google.agent_engine/entry-point, google.agent_engine/template-loop
graph = LanggraphAgent(model="x")
# ok: google.agent_engine/entry-point, google.agent_engine/template-loop
own = build_agent(model="x")

# evidence: google.agent_engine/deployed-agent, google.agent_engine/deployment
remote = agent_engines.create(app, requirements=["google-adk"])
# evidence: google.agent_engine/deployed-agent
# ok: google.agent_engine/deployment
same = agent_engines.get(remote.resource_name)
# ok: google.agent_engine/deployed-agent, google.agent_engine/deployment
engine = sqlalchemy_engines.create("sqlite://")

# ok: google.agent_engine/resource-setting
engine_id = os.getenv("AGENT_ENGINE_ID")
# evidence: google.agent_engine/resource-name
NAME = "projects/123/locations/us-central1/reasoningEngines/456"
# ok: google.agent_engine/resource-name
STORE = "projects/123/locations/us-central1/reasoningEngines/456/memories/7"
# evidence: google.agent_engine/query
ADDRESS = "https://us-central1-aiplatform.googleapis.com/v1/reasoningEngines/456:streamQuery?alt=sse"
# evidence: google.agent_engine/job-polling
POLL = "https://example.test/v1/jobs/1:checkQueryJob"
# ok: google.agent_engine/job-polling
OTHER = "https://example.test/v1/jobs/1:check"

# evidence: google.agent_engine/session-store
session = same.create_session(user_id="u1")
# ok: google.agent_engine/session-store
mine = InMemorySessionService().create_session(app_name="claims", user_id="u1")
# evidence: google.agent_engine/session-store
service = VertexAiSessionService(project="p", location="l")
# evidence: google.agent_engine/session-store
SESSION_ADDRESS = "agentengine://projects/1/locations/l/reasoningEngines/2"
# evidence: google.agent_engine/memory-bank
memory = VertexAiMemoryBankService(project="p", location="l")
# ok: google.agent_engine/memory-bank
cache = MemoryBank(project="p")

# evidence: google.agent_engine/query
for event in same.stream_query(user_id="u1", session_id=session["id"], message="Is hail covered?"):
    for part in event["content"]["parts"]:
        # evidence: google.agent_engine/event-fields
        if "functionCall" in part:
            print(part)
        # ok: google.agent_engine/event-fields
        elif "text" in part:
            print(part["text"])
# ok: google.agent_engine/query
for row in bigquery.query("select 1"):
    print(row)

# evidence: google.agent_engine/hosted-sandbox
executor = AgentEngineSandboxCodeExecutor(sandbox_resource_name="x")
# ok: google.agent_engine/hosted-sandbox
local = ContainerCodeExecutor(image="python")
# evidence: google.agent_engine/managed-agent
research = ManagedAgent(name="research", agent_id="antigravity-preview-05-2026")
# ok: google.agent_engine/managed-agent
plain = UnmanagedAgent(name="research")
# evidence: google.agent_engine/prompt-store
prompt = prompts.get(prompt_id="7")
# ok: google.agent_engine/prompt-store
text = local_prompts.get(prompt_id="7")
# evidence: google.agent_engine/hosted-evaluation
task = EvalTask(dataset=d, metrics=["safety"])
# ok: google.agent_engine/hosted-evaluation
check = Task(dataset=d, metrics=["safety"])
# evidence: google.agent_engine/agent-identity
IDENTITY = "AGENT_IDENTITY"
# ok: google.agent_engine/agent-identity
ACCOUNT = "SERVICE_ACCOUNT"

client = vertexai.Client(project="p", location="l")
# evidence: google.agent_engine/job-polling
job = client.agent_engines.check_query_job(name="j")
# evidence: google.agent_engine/memory-bank
client.agent_engines.memories.generate(name="m", scope={"user_id": "u1"})
# evidence: google.agent_engine/event-history
history = client.agent_engines.sessions.events.list(name="s")
# ok: google.agent_engine/event-history
upcoming = calendar.events.list(name="s")


def remember(bank: "Bank") -> None:
    # evidence: google.agent_engine/memory-bank
    bank.raw_client.agent_engines.memories.ingest_events(name="m")
    # evidence: google.agent_engine/memory-bank
    bank.raw_client.agent_engines.memories.revisions.list(name="m")
    # evidence: google.agent_engine/event-history
    bank.raw_client.agent_engines.sessions.events.list(name="s")
    # ok: google.agent_engine/memory-bank
    bank.raw_client.albums.pictures.list(name="m")
