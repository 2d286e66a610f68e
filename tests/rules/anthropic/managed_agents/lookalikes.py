"""The same call path at another vendor."""

from mistralai import Mistral
from openai import OpenAI

client = OpenAI()
# ok: anthropic.managed_agents/agent-definition, anthropic.managed_agents/agent-prompt
agent = client.beta.agents.create(model="gpt-5", instructions="Sort claims.")
mistral = Mistral()
# ok: anthropic.managed_agents/agent-definition
other = mistral.beta.agents.create(model="mistral-large", name="claims", instructions="Sort claims.")
