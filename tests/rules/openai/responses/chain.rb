client = OpenAI::Client.new
# evidence: openai.responses/kept-history-sdk
client.responses.create(model: MODEL, input: "x", previous_response_id: "resp_1")
# ok: openai.responses/kept-history-sdk
client.responses.create(model: MODEL, input: "x")
# evidence: openai.responses/usage-fields-sdk
puts response.usage.input_tokens_details.cached_tokens
# ok: openai.responses/usage-fields-sdk
puts ledger.cached_tokens
