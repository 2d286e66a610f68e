AnthropicTools.configure do |config|
  # evidence: neutral.retry/attempts-value
  config.max_retries = 3
  # ok: neutral.retry/attempts-value
  config.max_tokens = 300
end
