"""A support desk on the Assistants API."""

import os
import time

from openai import AssistantEventHandler, OpenAI

client = OpenAI()
# evidence: openai.assistants/assistant-id
ASSISTANT = os.environ["OPENAI_ASSISTANT_ID"]
# ok: openai.assistants/assistant-id, openai.assistants/assistant-named
DESK = os.environ["SUPPORT_DESK_ID"]
# evidence: openai.assistants/assistant-named
NIGHT_DESK = "asst_Zk3b9QpLm2Xc7Vt1Rw8YhN4d"

# evidence: openai.assistants/assistant-definition
assistant = client.beta.assistants.create(
    name="Support",
    # evidence: openai.assistants/assistant-prompt
    instructions="Answer questions about the policy.",
    # evidence: openai.assistants/assistant-model
    model="gpt-4o",
    # evidence: openai.assistants/assistant-tools, openai.assistants/code-interpreter, openai.assistants/interpreter-named
    tools=[{"type": "code_interpreter"}, {"type": "file_search"}],
)
# ok: openai.assistants/assistant-definition, openai.assistants/assistant-prompt, openai.assistants/assistant-tools, openai.assistants/code-interpreter
# evidence: openai.assistants/interpreter-named
local = registry.assistants.create(name="Support", instructions="Answer.", tools=["code_interpreter"])

# evidence: openai.assistants/thread-for-runs, openai.assistants/thread-store
thread = client.beta.threads.create()
# ok: openai.assistants/thread-for-runs, openai.assistants/thread-store
worker = pool.threads.create()
# evidence: openai.assistants/thread-store
client.beta.threads.messages.create(thread.id, role="user", content="Is hail covered?")

# evidence: openai.assistants/run, openai.assistants/thread-store
run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=ASSISTANT)
while run.status not in ("completed", "failed"):
    time.sleep(1)
    # evidence: openai.assistants/run-polling, openai.assistants/thread-store
    run = client.beta.threads.runs.retrieve(run.id, thread_id=thread.id)
    if run.status == "requires_action":
        # evidence: openai.assistants/tool-calls-read
        calls = run.required_action.submit_tool_outputs.tool_calls
        # evidence: openai.assistants/run, openai.assistants/thread-store
        # evidence: openai.assistants/tool-outputs
        client.beta.threads.runs.submit_tool_outputs(run.id, thread_id=thread.id, tool_outputs=answer(calls))
# ok: openai.assistants/run, openai.assistants/run-polling, openai.assistants/tool-outputs
job = queue.runs.retrieve("1")

# evidence: openai.assistants/run-steps
for step in client.beta.threads.runs.steps.list(run.id, thread_id=thread.id):
    print(step)
# ok: openai.assistants/run-steps
for step in job.steps.list():
    print(step)


# evidence: openai.assistants/run-steps
class Desk(AssistantEventHandler):
    pass


document = client.files.create(
    file=open("policy.pdf", "rb"),
    # evidence: openai.assistants/assistant-file
    purpose="assistants",
)
# ok: openai.assistants/assistant-file
batch = client.files.create(file=open("batch.jsonl", "rb"), purpose="batch")
# evidence: openai.assistants/stored-file
content = client.files.content(document.id)
# ok: openai.assistants/stored-file
text = storage.blobs.content(document.id)
# ok: openai.assistants/stored-file
results = client.files.content(batch.output_file_id)
# evidence: openai.assistants/vector-store
index = client.beta.vector_stores.create(name="policies")
# ok: openai.assistants/vector-store
own = pgvector.stores.create(name="policies")
# ok: openai.assistants/assistant-model
unsure = os.environ["SUPPORT_MODEL"]


def hand_in(client, thread: str, file: str) -> None:
    # evidence: openai.assistants/thread-store
    client.beta.threads.messages.create(
        thread_id=thread,
        role="user",
        content="claim",
        # evidence: openai.assistants/code-interpreter, openai.assistants/interpreter-named, openai.assistants/listed-tools
        attachments=[{"file_id": file, "tools": [{"type": "code_interpreter"}]}],
    )
    # evidence: openai.assistants/thread-store
    # ok: openai.assistants/code-interpreter
    # evidence: openai.assistants/listed-tools
    client.beta.threads.messages.create(thread_id=thread, role="user", content="claim", attachments=[{"file_id": file, "tools": [{"type": "file_search"}]}])


def with_figures(client, thread: str, file: str) -> None:
    # evidence: openai.assistants/interpreter-named
    tools = [{"type": "code_interpreter"}]
    # evidence: openai.assistants/thread-store
    client.beta.threads.messages.create(thread_id=thread, role="user", content="claim", attachments=[{"file_id": file, "tools": tools}])
    # ok: openai.assistants/interpreter-named
    print("interpreter")


def other(order):
    # ok: openai.assistants/tool-calls-read
    return order.required_action.submit_papers
