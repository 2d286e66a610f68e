require "openai"

client = OpenAI::Client.new
# evidence: openai.agents_api/session-run-sdk, openai.agents_api/session-store-sdk
client.beta.agents.sessions.create(environment: {type: :none})
# evidence: openai.agents_api/session-run-sdk
client.beta.agents.sessions.events.create("s", events: [])
# ok: openai.agents_api/session-run-sdk, openai.agents_api/session-store-sdk
Shop.new.beta.agents.sessions.create(environment: {type: :none})
