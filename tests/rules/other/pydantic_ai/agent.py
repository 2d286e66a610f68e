"""An agent on Pydantic AI."""

from pydantic_ai import Agent, InstrumentationSettings, ModelRetry
from pydantic_ai.durable_exec.temporal import TemporalAgent
from pydantic_ai.native_tools import WebSearchTool
from robots import Agent as Robot

# evidence: other.pydantic_ai/agent
agent = Agent(
    # evidence: other.pydantic_ai/model-id
    "openai:gpt-4o",
    # evidence: other.pydantic_ai/retry-rule
    retries=3,
    # evidence: other.pydantic_ai/traces
    instrument=InstrumentationSettings(),
)
# ok: other.pydantic_ai/agent, other.pydantic_ai/retry-rule, other.pydantic_ai/traces, other.pydantic_ai/model-id
robot = Robot("arm", retries=3, instrument=True)


# evidence: other.pydantic_ai/decorated-tool, other.pydantic_ai/tool
@agent.tool
def policy(context, number: str) -> str:
    if not number:
        # evidence: other.pydantic_ai/retry-rule
        raise ModelRetry("say the number")
    return number


# evidence: other.pydantic_ai/tool
@agent.tool_plain(retries=2)  # evidence: other.pydantic_ai/retry-rule
def amount(number: str) -> int:
    return 0


# ok: other.pydantic_ai/tool, other.pydantic_ai/decorated-tool
@robot.drill
def drill(context):
    return None


def ask(text, history):
    # evidence: other.pydantic_ai/message-history, other.pydantic_ai/run
    answer = agent.run_sync(text, message_history=history)
    # ok: other.pydantic_ai/message-history
    # evidence: other.pydantic_ai/run
    plain = agent.run_sync(text)
    # evidence: other.pydantic_ai/provider-tool
    search = WebSearchTool()
    # ok: other.pydantic_ai/provider-tool
    saw = SawTool()
    # evidence: other.pydantic_ai/durable-agent
    durable = TemporalAgent(agent)
    # ok: other.pydantic_ai/durable-agent
    other = TravelAgent(agent)
    # evidence: other.pydantic_ai/vendor-conversation
    settings = {"openai_previous_response_id": "auto"}
    # ok: other.pydantic_ai/vendor-conversation
    own = {"conversation_id": "1"}
    return answer, plain, search, saw, durable, other, settings, own


def search_agent(prefix: str) -> Agent:
    # evidence: other.pydantic_ai/model-id, other.pydantic_ai/agent
    return Agent(f"{prefix}google-vertex:gemini-2.5-flash")
