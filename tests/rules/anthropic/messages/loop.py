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
        # ok: anthropic.messages/usage-fields
        print(answer.usage.output_tokens)
        if answer.stop_reason != "tool_use":
            return answer


def summarise(text):
    # ok: anthropic.messages/own-loop, anthropic.messages/model-id
    return client.messages.create(model=MODEL, max_tokens=100, messages=[{"role": "user", "content": text}])


# evidence: anthropic.messages/code-execution, anthropic.messages/tool-schema
SANDBOX = {"type": "code_execution_20250825", "name": "code_execution"}
# ok: anthropic.messages/code-execution
LOCAL = {"type": "code_execution", "name": "local"}
