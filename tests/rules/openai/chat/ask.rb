client = OpenAI::Client.new
# evidence: openai.chat/model-id-sdk
client.chat(parameters: { model: "gpt-4o-mini", messages: [] })
# ok: openai.chat/model-id-sdk
puts "gpt-4o-mini is fast"
