"""Models of other providers for Strands agents."""

from strands.models.anthropic import AnthropicModel
from strands.models.litellm import LiteLLMModel
from strands.models.openai import OpenAIModel

# evidence: aws.strands/provider-model
writer = OpenAIModel(client_args={}, model_id="gpt-4o")
# evidence: aws.strands/provider-model
checker = AnthropicModel(model_id="claude-sonnet-4-20250514", max_tokens=1000)
# ok: aws.strands/provider-model
chosen = OpenAIModel(model_id=MODEL)
# evidence: aws.strands/gateway-model
any_model = LiteLLMModel(model_id="bedrock/some-model")
# ok: aws.strands/gateway-model
other = OtherModel(model_id="x")
