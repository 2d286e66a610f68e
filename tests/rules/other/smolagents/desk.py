"""A claims desk run by smolagents."""

from smolagents import AmazonBedrockModel, CodeAgent, LiteLLMModel, MCPClient, OpenAIServerModel, Tool, tool
from shop import CodeAgent as CounterAgent, LiteLLMModel as Scale


# evidence: other.smolagents/tool
@tool
def policy(number: str) -> str:
    return "covered"


# evidence: other.smolagents/tool
class Ledger(Tool):
    name = "ledger"


# evidence: other.smolagents/tool
with MCPClient({"url": "https://tools.example.com/mcp"}) as tools:
    pass

# evidence: other.smolagents/model
model = LiteLLMModel(model_id="azure/gpt-4o-mini")
# evidence: other.smolagents/model-id
second = OpenAIServerModel(model_id="gpt-4o")
# evidence: other.smolagents/model-id
third = AmazonBedrockModel("us.anthropic.claude-sonnet-4")
# ok: other.smolagents/model-id
fourth = OpenAIServerModel(model_id=settings.model)
# evidence: other.smolagents/agent
agent = CodeAgent(tools=[policy, Ledger()], model=model, max_steps=7)
# evidence: other.smolagents/agent
watched = CodeAgent(
    tools=[policy],
    model=model,
    # evidence: other.smolagents/step-callback
    step_callbacks=[write_down],
)
# ok: other.smolagents/agent, other.smolagents/step-callback
counter = CounterAgent(step_callbacks=[write_down])
# ok: other.smolagents/model
scale = Scale(model_id="kitchen")


# ok: other.smolagents/tool
class Hammer(Instrument):
    name = "hammer"
