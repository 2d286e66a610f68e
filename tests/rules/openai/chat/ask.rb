client = OpenAI::Client.new
# evidence: openai.chat/model-id-sdk, openai.chat/model-named
client.chat(parameters: { model: "gpt-4o-mini", messages: [] })
# ok: openai.chat/model-id-sdk
puts "gpt-4o-mini is fast"
