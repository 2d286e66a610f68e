"""A folder of one's own that is called agents, and other vendors' decorators."""

from livekit.agents import Agent, function_tool


# ok: openai.agents_sdk/own-tool
@function_tool
def lookup(policy: str) -> str:
    return policy


# ok: openai.agents_sdk/agent, openai.agents_sdk/model-id
voice = Agent(model="o3")
