"""A claims desk on the Agents SDK."""

from agents import (
    Agent,
    CodeInterpreterTool,
    ModelRetrySettings,
    OpenAIConversationsSession,
    Runner,
    RunState,
    SQLiteSession,
    WebSearchTool,
    function_tool,
    handoff,
    input_guardrail,
    set_trace_processors,
    trace,
)
from agents.exceptions import MaxTurnsExceeded
# evidence: openai.agents_sdk/hosted-agents
from agents.extensions.experimental.hosted_multi_agent import HostedMultiAgentConfig
from agents.extensions.models.litellm_model import LitellmModel


# evidence: openai.agents_sdk/own-tool
@function_tool
def lookup(policy: str) -> str:
    return policy


# ok: openai.agents_sdk/own-tool
@cache
def rates() -> str:
    return ""


# evidence: openai.agents_sdk/agent
claims = Agent[Desk](
    name="claims",
    # evidence: openai.agents_sdk/model-id, openai.agents_sdk/model-setting
    model="gpt-5.2",
    # evidence: openai.agents_sdk/hosted-tool
    tools=[lookup, WebSearchTool()],
    # evidence: openai.agents_sdk/stored-prompt
    prompt={"id": "pmpt_1"},
)
# evidence: openai.agents_sdk/agent
letters = Agent(
    name="letters",
    # evidence: openai.agents_sdk/neutral-model
    # ok: openai.agents_sdk/model-id, openai.agents_sdk/model-setting
    model=LitellmModel(model="anthropic/claude-sonnet-4-5"),
    # evidence: openai.agents_sdk/hosted-tool, openai.agents_sdk/hosted-code-execution
    tools=[CodeInterpreterTool(tool_config={})],
    # ok: openai.agents_sdk/hosted-tool, openai.agents_sdk/hosted-code-execution
    hooks=[SearchTool()],
    # ok: openai.agents_sdk/stored-prompt
    prompt=text,
    # evidence: openai.agents_sdk/retry-rule
    retry=ModelRetrySettings(max_retries=4),
)
# ok: openai.agents_sdk/agent, openai.agents_sdk/neutral-model, openai.agents_sdk/retry-rule
robot = UserAgent(name="crawler", model=LocalModel(), retry=RetrySettings())
# evidence: openai.agents_sdk/agent
claims.handoffs = [handoff(letters)]
# evidence: openai.agents_sdk/hosted-agents
hosted = HostedMultiAgentConfig()
# ok: openai.agents_sdk/hosted-agents
local = MultiAgentConfig()
# evidence: openai.agents_sdk/own-traces
set_trace_processors([mine])
# ok: openai.agents_sdk/own-traces
set_processors([mine])
# evidence: openai.agents_sdk/session-store
session = SQLiteSession("u1", "claims.db")
# ok: openai.agents_sdk/session-store
web = CookieSession("u1")
# evidence: openai.agents_sdk/hosted-conversation
remote = OpenAIConversationsSession()


# evidence: openai.agents_sdk/agent
@input_guardrail
async def check(context, agent, text):
    # evidence: openai.agents_sdk/run
    return await Runner.run(claims, text)


async def ask(text, last):
    try:
        # evidence: openai.agents_sdk/vendor-traces
        with trace("claims"):
            # evidence: openai.agents_sdk/run
            result = await Runner.run(
                claims,
                text,
                # evidence: openai.agents_sdk/hosted-conversation
                previous_response_id=last,
            )
            # ok: openai.agents_sdk/run, openai.agents_sdk/hosted-conversation
            job = await worker.run(claims, text, conversation_id="1")
        # ok: openai.agents_sdk/vendor-traces
        with span("claims"):
            # evidence: openai.agents_sdk/own-history
            history = result.to_input_list()
            # ok: openai.agents_sdk/own-history
            names = result.to_list()
        # evidence: openai.agents_sdk/saved-run
        state = result.to_state()
        # evidence: openai.agents_sdk/saved-run
        again = await RunState.from_json(claims, blob)
        # ok: openai.agents_sdk/saved-run
        other = Blob.from_json(blob)
    # evidence: openai.agents_sdk/turn-limit
    except MaxTurnsExceeded:
        return None
    # ok: openai.agents_sdk/turn-limit
    except TimeoutError:
        return None
    # evidence: openai.agents_sdk/trace-screen
    print("https://platform.openai.com/traces/trace?trace_id=1")
    # ok: openai.agents_sdk/trace-screen
    print("https://platform.openai.com/docs/guides/tracing")
    return history, names, job, state, again, other
