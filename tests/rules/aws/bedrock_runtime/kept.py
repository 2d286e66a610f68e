"""Names the model that AgentCore Memory uses to sum up what was said."""

from bedrock_agentcore_starter_toolkit.operations.memory.models.strategies import ConsolidationConfig

# evidence: aws.bedrock_runtime/model-id
summing = ConsolidationConfig(append_to_prompt="Keep tastes.", model_id="global.anthropic.claude-sonnet-4-5-20250929-v1:0")
# ok: aws.bedrock_runtime/model-id
vectors = ConsolidationConfig(append_to_prompt="Keep tastes.", model_id="amazon.titan-embed-text-v2:0")


def weighed(client, text):
    # ok: aws.bedrock_runtime/asked
    return client.apply_guardrail(content=text)
