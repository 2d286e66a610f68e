require "openai"

client = OpenAI::Client.new
# evidence: openai.responses/own-loop-sdk
client.responses.create(
  model: MODEL,
  input: "x",
  # evidence: openai.responses/hosted-tool-sdk, openai.responses/hosted-container-sdk
  tools: [{type: "code_interpreter", container: {type: "auto"}}]
)
# evidence: openai.responses/background-run-sdk
client.responses.create(model: MODEL, input: "x", background: true)
# evidence: openai.responses/vector-store-sdk
client.vector_stores.create(name: "claims")
# ok: openai.responses/own-loop-sdk, openai.responses/hosted-tool-sdk, openai.responses/background-run-sdk
client.responses.create(model: MODEL, input: "x")
# ok: openai.responses/vector-store-sdk, openai.responses/hosted-container-sdk
Shelf.new.vector_stores.create(name: "claims")
