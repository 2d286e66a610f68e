"""An agent loop of its own on the plain Messages API."""

import anthropic

client = anthropic.Anthropic()
# evidence: anthropic.messages/tool-schema
TOOLS = [{"name": "read_file", "input_schema": {"type": "object"}}]
# ok: anthropic.messages/tool-schema
NEUTRAL = [{"name": "read_file", "schema": {"type": "object"}}]


def run(task):
    messages = [{"role": "user", "content": task}]
    while True:
        # evidence: anthropic.messages/own-loop
        answer = client.messages.create(
            # evidence: anthropic.messages/model-id
            model="claude-sonnet-4-6",
            max_tokens=1000,
            # evidence: anthropic.messages/tool-schema
            tools=TOOLS,
            messages=messages,
        )
        # evidence: anthropic.messages/own-history
        messages.append({"role": "assistant", "content": answer.content})
        # ok: anthropic.messages/own-history
        names.append(answer.id)
        # evidence: anthropic.messages/usage-fields
        print(answer.usage.cache_read_input_tokens)
        # evidence: anthropic.messages/usage-fields
        print(answer.usage.output_tokens)
        # ok: anthropic.messages/usage-fields
        print(answer.usage)
        if answer.stop_reason != "tool_use":
            return answer


def summarise(text):
    # ok: anthropic.messages/own-loop, anthropic.messages/model-id
    return client.messages.create(model=MODEL, max_tokens=100, messages=[{"role": "user", "content": text}])


# evidence: anthropic.messages/code-execution, anthropic.messages/tool-schema
SANDBOX = {"type": "code_execution_20250825", "name": "code_execution"}
# ok: anthropic.messages/code-execution
LOCAL = {"type": "code_execution", "name": "local"}


def report(messages, last):
    return client.beta.messages.create(
        # ok: anthropic.messages/model-id
        model=MODEL,
        # ok: anthropic.messages/kept-container
        container={
            # evidence: anthropic.messages/container-skills
            "skills": [{"type": "anthropic", "skill_id": "xlsx", "version": "latest"}],
        },
        # evidence: anthropic.messages/remote-tools
        mcp_servers=[{"type": "url", "url": "https://claims.example/mcp", "name": "claims"}],
        # evidence: anthropic.messages/context-editing
        context_management={"edits": [{"type": "clear_tool_uses_20250919"}]},
        messages=messages,
    )


def further(messages, last):
    # ok: anthropic.messages/container-skills, anthropic.messages/remote-tools, anthropic.messages/context-editing
    client.beta.messages.create(model=MODEL, messages=messages, container=None)
    # ok: anthropic.messages/kept-container
    docker.containers.create(container=last)
    # ok: anthropic.messages/stored-file
    drive.files.upload(messages)
    # evidence: anthropic.messages/stored-file
    kept = client.beta.files.upload(file=open("claim.pdf", "rb"))
    # evidence: anthropic.messages/kept-container
    return client.beta.messages.create(model=MODEL, messages=messages, container=last), kept


def kept(self, answer):
    # evidence: anthropic.messages/own-history
    self.conversation_history.append({"role": "assistant", "content": answer.content})
