"""An agent at Mistral."""

from mistralai import Mistral
from shop import Client

client = Mistral(api_key="changeme")
shop = Client()
# evidence: other.mistral_agents/agent-definition
agent = client.beta.agents.create(
    # evidence: other.mistral_agents/model-id
    model="mistral-medium-latest",
    # evidence: other.mistral_agents/agent-prompt
    instructions="Check claims.",
    # evidence: other.mistral_agents/hosted-tool, other.mistral_agents/hosted-interpreter
    tools=[{"type": "code_interpreter"}],
)
# ok: other.mistral_agents/agent-definition, other.mistral_agents/agent-prompt, other.mistral_agents/model-id
house = shop.beta.agents.create(model="villa", instructions="none")
# evidence: other.mistral_agents/conversation-run, other.mistral_agents/conversation-store
first = client.beta.conversations.start(agent_id=agent.id, inputs="Hello")
# ok: other.mistral_agents/conversation-run, other.mistral_agents/conversation-store
talk = shop.conversations.start()
# ok: other.mistral_agents/hosted-tool, other.mistral_agents/hosted-interpreter
saw = shop.use(tools=["saw"])
# evidence: other.mistral_agents/conversation-history
again = client.beta.conversations.restart(conversation_id=first.conversation_id, inputs="Again")
# ok: other.mistral_agents/conversation-history
shop.restart()
