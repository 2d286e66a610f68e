"""A claims desk of Haystack parts."""

from haystack import Pipeline, tracing
from haystack.components.agents import Agent
from haystack.components.generators.chat import OpenAIChatGenerator
from haystack.core.pipeline.breakpoint import load_pipeline_snapshot
from haystack.tools import Tool, tool
from haystack.tracing import OpenTelemetryTracer
from haystack_experimental.chat_message_stores.in_memory import InMemoryChatMessageStore
from shop import Agent as Salesman, Tool as Hammer


# evidence: other.haystack/tool
@tool
def policy(number: str) -> str:
    return "covered"


# evidence: other.haystack/tool
ledger = Tool(name="ledger", description="", parameters={}, function=read)
# ok: other.haystack/tool
hammer = Hammer(name="hammer")
generator = OpenAIChatGenerator(
    # evidence: other.haystack/model-id
    model="gpt-4o",
    # evidence: other.haystack/model-attempts
    max_retries=4,
)
# ok: other.haystack/model-id, other.haystack/model-attempts
plain = OpenAIChatGenerator(model=settings.model)
# evidence: other.haystack/agent
agent = Agent(chat_generator=generator, tools=[policy, ledger])
# ok: other.haystack/agent
salesman = Salesman(tools=[hammer])
# evidence: other.haystack/pipeline
pipeline = Pipeline()
# evidence: other.haystack/message-store
store = InMemoryChatMessageStore()
# evidence: other.haystack/traces
tracing.enable_tracing(OpenTelemetryTracer(tracer))
# evidence: other.haystack/snapshot
snapshot = load_pipeline_snapshot("claims.json")
# evidence: other.haystack/snapshot
pipeline.run(data={}, pipeline_snapshot=snapshot)
# ok: other.haystack/snapshot, other.haystack/message-store, other.haystack/traces
pipeline.run(data={})
