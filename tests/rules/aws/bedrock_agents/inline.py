"""Agents of Bedrock by way of AWS Labs' library for inline agents."""

from InlineAgent.action_group import ActionGroup
from InlineAgent.agent import InlineAgent

# evidence: aws.bedrock_agents/action-group
orders = ActionGroup(name="orders", tools=[find])
# evidence: aws.bedrock_agents/agent-definition
desk = InlineAgent(
    # evidence: aws.bedrock_agents/agent-model, aws.bedrock_agents/model-setting
    foundation_model="us.anthropic.claude-3-5-haiku-20241022-v1:0",
    # evidence: aws.bedrock_agents/agent-prompt
    instruction="Find the order.",
    action_groups=[orders],
    agent_name="desk",
)
# ok: aws.bedrock_agents/agent-definition, aws.bedrock_agents/agent-prompt
shelf = Shelf(instruction="Sort.", agent_name="shelf")
