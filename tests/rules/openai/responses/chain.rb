client = OpenAI::Client.new
# evidence: openai.responses/kept-history-sdk
client.responses.create(model: MODEL, input: "x", previous_response_id: "resp_1")
# ok: openai.responses/kept-history-sdk
client.responses.create(model: MODEL, input: "x")
