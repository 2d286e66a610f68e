require "openai"

client = OpenAI::Client.new
# evidence: openai.chat/own-loop
client.chat.completions.create(model: MODEL, messages: history, tools: tools)
# evidence: openai.chat/own-loop
client.chat(parameters: {model: MODEL, messages: history, tools: tools})
# ok: openai.chat/own-loop
client.chat.completions.create(model: MODEL, messages: history)
# evidence: openai.chat/own-loop-answers
history << { role: "tool", tool_call_id: call.id, content: run(call) }
# ok: openai.chat/own-loop-answers
seen = row[:tool_call_id]
