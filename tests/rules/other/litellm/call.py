"""Calls any model through LiteLLM."""

import litellm
from litellm import completion

# evidence: other.litellm/neutral-model
answer = completion(model=MODEL, messages=[])
# evidence: other.litellm/neutral-model
safe = litellm.completion(
    model=MODEL,
    messages=[],
    # evidence: other.litellm/retry-setting
    num_retries=3,
)
# evidence: other.litellm/callbacks
litellm.success_callback = ["langfuse"]
# ok: other.litellm/callbacks
litellm.drop_params = True
# ok: other.litellm/neutral-model, other.litellm/retry-setting
other = nltk.completion(model=MODEL, num_retries=3)
