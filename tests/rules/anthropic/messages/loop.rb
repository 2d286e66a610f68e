require "anthropic"

client = Anthropic::Client.new
# evidence: anthropic.messages/own-loop
client.messages.create(max_tokens: 1024, messages: history, model: MODEL, tools: tools)
# ok: anthropic.messages/own-loop
client.messages.create(max_tokens: 1024, messages: history, model: MODEL)
# evidence: anthropic.messages/usage-fields
puts message.usage.cache_read_input_tokens
# ok: anthropic.messages/usage-fields
puts message.usage.own_tokens
