class Gateway
  # evidence: other.openrouter/gateway
  ADDRESS = "https://openrouter.ai/api/v1"
  # ok: other.openrouter/gateway
  PAGE = "https://openrouter.ai/settings/keys"
end
