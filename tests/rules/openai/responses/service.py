"""A service on the Responses API."""

import time

from openai import AzureOpenAI, OpenAI

client = OpenAI()
azure = AzureOpenAI()
TOOLS = [{"type": "function", "name": "lookup", "parameters": {}}]


def ask(messages, last):
    answer = client.responses.create(
        # evidence: openai.responses/model-id, openai.responses/model-setting
        model="gpt-5.2",
        input=messages,
        # evidence: openai.responses/hosted-tool, openai.responses/own-loop
        tools=TOOLS,
        # evidence: openai.responses/response-chain
        previous_response_id=last,
        # evidence: openai.responses/stored-response
        store=True,
        # evidence: openai.responses/compaction
        context_management=[{"type": "compaction"}],
    )
    # ok: openai.responses/own-loop, openai.responses/response-chain, openai.responses/compaction
    title = client.responses.create(
        # ok: openai.responses/model-id, openai.responses/model-setting
        model=MODEL,
        input=messages,
        # ok: openai.responses/response-chain
        previous_response_id=None,
        # evidence: openai.responses/storing-off
        # ok: openai.responses/stored-response
        store=False,
        # ok: openai.responses/conversation
        conversation=None,
    )
    # ok: openai.responses/response-chain, openai.responses/own-loop, openai.responses/hosted-tool, openai.responses/storing-off
    other = azure.responses.create(model=MODEL, input=messages, previous_response_id=last, tools=TOOLS, store=True)
    # evidence: openai.responses/conversation
    talk = client.conversations.create()
    # ok: openai.responses/conversation
    ticket = zendesk.conversations.begin()
    # evidence: openai.responses/conversation
    client.responses.create(model=MODEL, input=messages, conversation=talk.id)
    return answer, title, other, ticket


def research(question):
    # ok: openai.responses/own-loop
    job = client.responses.create(
        model=MODEL,
        input=question,
        # evidence: openai.responses/hosted-tool, openai.responses/hosted-container, openai.responses/container-setting
        tools=[{"type": "code_interpreter", "container": {"type": "auto"}}],
        # evidence: openai.responses/stored-prompt
        prompt={"id": PROMPT, "version": "2"},
        # evidence: openai.responses/background-run, openai.responses/background-work
        background=True,
    )
    # evidence: openai.responses/status-polling
    while job.status in ("queued", "in_progress"):
        time.sleep(2)
        job = client.responses.retrieve(job.id)
    # ok: openai.responses/background-run, openai.responses/background-work
    client.responses.create(model=MODEL, input=question, background=False)
    # ok: openai.responses/hosted-tool, openai.responses/hosted-container, openai.responses/stored-prompt
    client.responses.create(model=MODEL, input=question, prompt=text)
    # ok: openai.responses/status-polling
    while not done():
        time.sleep(2)
    return job


def keep(response_id):
    # evidence: openai.responses/vector-store
    index = client.vector_stores.create(name="policies")
    # ok: openai.responses/vector-store
    old = client.beta.vector_stores.create(name="policies")
    # evidence: openai.responses/stored-file
    client.files.create(file=open("policy.pdf", "rb"), purpose="user_data")
    # ok: openai.responses/stored-file
    client.files.create(file=open("batch.jsonl", "rb"), purpose="batch")
    # evidence: openai.responses/indexed-file
    client.files.create(file=open("terms.pdf", "rb"), purpose="assistants")
    # ok: openai.responses/indexed-file
    azure.files.create(file=open("terms.pdf", "rb"), purpose="assistants")
    # evidence: openai.responses/stored-id
    pinned = "resp_68af0c1e2d3f4a5b6c7d8e9f0a1b2c3d"
    # ok: openai.responses/stored-id
    loose = "resp_short"
    # evidence: openai.responses/rest-address
    address = "https://api.openai.com/v1/conversations"
    # ok: openai.responses/rest-address
    models = "https://api.openai.com/v1/models"
    # evidence: openai.responses/stored-history
    items = client.responses.input_items.list(response_id)
    # ok: openai.responses/stored-history
    rows = table.input_rows.list(response_id)
    # evidence: openai.responses/compaction
    client.responses.compact(model=MODEL, previous_response_id=None)
    return index, old, pinned, loose, address, models, items, rows


def watch(stream):
    for event in stream:
        # evidence: openai.responses/event-names
        if event.type == "response.output_item.done":
            log(event)
        # evidence: openai.responses/final-status
        if event.type == "response.completed":
            # evidence: openai.responses/usage-fields
            log(event.response.usage.output_tokens_details.reasoning_tokens)
        # ok: openai.responses/event-names, openai.responses/final-status
        if event.type == "response.output_text.delta":
            # ok: openai.responses/usage-fields
            show(event.delta.tokens)


def receive(body, headers):
    # evidence: openai.responses/final-status
    return client.webhooks.unwrap(body, headers)


request = {"model": MODEL}
# evidence: openai.responses/response-chain-key
request["previous_response_id"] = LAST
# ok: openai.responses/response-chain-key
request["previous_id"] = LAST
# evidence: openai.responses/connector
DRIVE = {"type": "mcp", "connector_id": "connector_googledrive"}
# ok: openai.responses/connector
TOPIC = {"connector_id": "jdbc-sink"}
# evidence: openai.responses/hosted-evaluation
run = client.evals.runs.create("eval_1", data_source={})
# ok: openai.responses/hosted-evaluation
mine = harness.evals.start("x")
