"""Agents over Swarm, the forerunner of the SDK."""

from swarm import Agent, Swarm

from shop import Agent as Salesman


# evidence: openai.agents_sdk/agent
class DurableSwarm(Swarm):
    pass


# evidence: openai.agents_sdk/agent
claims = Agent(name="claims", functions=[])
# ok: openai.agents_sdk/agent
salesman = Salesman(name="claims", functions=[])
