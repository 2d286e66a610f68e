require "openai"

client = OpenAI::Client.new
# evidence: openai.chat/own-loop
client.chat.completions.create(model: MODEL, messages: history, tools: tools)
# evidence: openai.chat/own-loop
client.chat(parameters: {model: MODEL, messages: history, tools: tools})
# ok: openai.chat/own-loop
client.chat.completions.create(model: MODEL, messages: history)
