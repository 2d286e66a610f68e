"""Agents of Bedrock by way of the library that AWS Labs keeps beside its samples."""

from src.utils.bedrock_agent import Agent, SupervisorAgent

# evidence: aws.bedrock_agents/agent-definition
clerk = Agent.create(
    name="clerk",
    # evidence: aws.bedrock_agents/agent-prompt
    instructions="Find the order.",
    tool_code="find_order.py",
    # evidence: aws.bedrock_agents/action-group
    tool_defs=[{"name": "find_order"}],
    # evidence: aws.bedrock_agents/agent-model, aws.bedrock_agents/model-setting
    llm="us.anthropic.claude-3-5-sonnet-20241022-v2:0",
)
# evidence: aws.bedrock_agents/agent-definition
desk = SupervisorAgent.create("desk", collaborator_agents=[clerk])
# evidence: aws.bedrock_agents/trace, aws.bedrock_agents/session
desk.invoke("Where is it?", session_id="17", enable_trace=True)
# ok: aws.bedrock_agents/trace, aws.bedrock_agents/agent-definition, aws.bedrock_agents/session
print(desk.invoke("Thanks"))
