from beeai_framework.agents.requirement import RequirementAgent
from beeai_framework.backend import ChatModel
from beeai_framework.memory import TokenMemory
from beeai_framework.tools import StringToolOutput, tool
from beeai_framework.workflows.agent import AgentWorkflow


@tool  # evidence: other.beeai/tool
def find_claim(query: str) -> StringToolOutput:
    """Finds a claim."""
    return StringToolOutput(query)


def build(llm: ChatModel) -> RequirementAgent:
    kept = TokenMemory(llm)  # evidence: other.beeai/memory
    flow = AgentWorkflow("claims")  # evidence: other.beeai/agent
    flow.add_agent(name="clerk", llm=llm)  # ok: other.beeai/agent, other.beeai/memory, other.beeai/tool
    return RequirementAgent(llm=llm, tools=[find_claim], memory=kept)  # evidence: other.beeai/agent
