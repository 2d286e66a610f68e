"""Starts Anthropic's agent program for a code review."""

from claude_agent_sdk import ClaudeAgentOptions, TextBlock, ToolUseBlock, query

# evidence: anthropic.agent_sdk/agent-program
options = ClaudeAgentOptions(
    # evidence: anthropic.agent_sdk/model-id
    model="claude-sonnet-4-6",
    # evidence: anthropic.agent_sdk/built-in-tools
    allowed_tools=["Read", "Grep"],
)
# ok: anthropic.agent_sdk/built-in-tools
other = make_options(allowed_tools=["Read"])


async def review(prompt):
    # evidence: anthropic.agent_sdk/agent-program
    async for message in query(prompt=prompt, options=options):
        print(message)
    # ok: anthropic.agent_sdk/agent-program
    rows = database.query(prompt)
    # ok: anthropic.agent_sdk/model-id
    return rows, "claude"


# evidence: anthropic.agent_sdk/model-short-name
parser.add_argument("--model", "-m", default="sonnet", help="Model to use")
# ok: anthropic.agent_sdk/model-short-name
parser.add_argument("--form", default="poem", choices=["poem", "sonnet"])
# evidence: anthropic.agent_sdk/model-short-name
chosen = os.getenv("CLAUDE_MODEL", "opus")


def show(block):
    # evidence: anthropic.agent_sdk/message-kinds
    if isinstance(block, ToolUseBlock):
        print(block.name)
    # ok: anthropic.agent_sdk/message-kinds
    return isinstance(block, TextBlock)
