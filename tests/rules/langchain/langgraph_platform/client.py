"""A client of an agent server, traced with LangSmith."""

import os

from langchain import hub
from langchain_auth import Client as SignIn
from langgraph.graph import StateGraph
from langgraph.pregel.remote import RemoteGraph
from langgraph_sdk import get_client
from langsmith import Client, evaluate, traceable
from langsmith.sandbox import SandboxClient

# evidence: langchain.langgraph_platform/tracing-switch
os.environ["LANGSMITH_TRACING"] = "true"
# ok: langchain.langgraph_platform/tracing-switch
os.environ["OTEL_TRACES_EXPORTER"] = "otlp"
# evidence: langchain.langgraph_platform/server-address
client = get_client(url="https://claims-1a2b.us.langgraph.app")
# ok: langchain.langgraph_platform/server-address
local = "http://localhost:2024"


async def ask(question):
    # evidence: langchain.langgraph_platform/thread
    thread = await client.threads.create()
    # evidence: langchain.langgraph_platform/run
    run = await client.runs.create(
        thread["thread_id"],
        "claims",
        input=question,
        # evidence: langchain.langgraph_platform/double-run-policy
        multitask_strategy="rollback",
        # evidence: langchain.langgraph_platform/run-webhook
        webhook="https://claims.example/hook",
    )
    # evidence: langchain.langgraph_platform/run-wait
    await client.runs.join(thread["thread_id"], run["run_id"])
    # evidence: langchain.langgraph_platform/checkpoint-access
    history = await client.threads.get_history(thread["thread_id"])
    # evidence: langchain.langgraph_platform/run
    await client.runs.wait(
        thread["thread_id"],
        "claims",
        # evidence: langchain.langgraph_platform/checkpoint-access
        checkpoint_id=history[1]["checkpoint_id"],
    )
    # evidence: langchain.langgraph_platform/server-memory
    await client.store.put_item(["claims"], key="limit", value={})
    # evidence: langchain.langgraph_platform/assistant
    await client.assistants.create("claims", config={})
    # ok: langchain.langgraph_platform/assistant, langchain.langgraph_platform/server-memory
    await client.assistants.search()


# ok: langchain.langgraph_platform/run, langchain.langgraph_platform/thread
orders = shop.runs.start()
# ok: langchain.langgraph_platform/run-wait, langchain.langgraph_platform/double-run-policy, langchain.langgraph_platform/run-webhook
parts = shop.join("a", webhook="b", multitask_strategy="c")
# ok: langchain.langgraph_platform/checkpoint-access
pool = shop.threads.start()
# evidence: langchain.langgraph_platform/remote-graph
remote = RemoteGraph("claims", url=local)
# ok: langchain.langgraph_platform/remote-graph
graph = StateGraph(dict)
# evidence: langchain.langgraph_platform/hosted-prompt
prompt = hub.pull("claims/triage")
# ok: langchain.langgraph_platform/hosted-prompt
image = docker.images.pull("claims/triage")


# evidence: langchain.langgraph_platform/traced-function
@traceable
def step(claim):
    # ok: langchain.langgraph_platform/traced-function
    return traced(claim)


smith = Client()
# evidence: langchain.langgraph_platform/trace-reading
failed = smith.list_runs(project_name="claims", error=True)
# evidence: langchain.langgraph_platform/trace-reading
evaluate(step, data="golden")
# ok: langchain.langgraph_platform/trace-reading
model.train()
# evidence: langchain.langgraph_platform/agent-auth
tokens = SignIn(api_key="changeme")
# ok: langchain.langgraph_platform/agent-auth, langchain.langgraph_platform/hosted-sandbox
other = Vault()
# evidence: langchain.langgraph_platform/hosted-sandbox
box = SandboxClient()

# evidence: langchain.langgraph_platform/remote-graph, langchain.langgraph_platform/traced-function
traced = RemoteGraph("claims", url="https://claims.example", distributed_tracing=True)
