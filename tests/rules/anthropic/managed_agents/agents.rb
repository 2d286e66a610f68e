require "anthropic"

client = Anthropic::Client.new
# evidence: anthropic.managed_agents/session-run-sdk
client.beta.agents.create(
  name: "desk",
  model: MODEL,
  # evidence: anthropic.managed_agents/agent-prompt-sdk
  system_: "Answer claims."
)
# evidence: anthropic.managed_agents/environment-sdk
client.beta.environments.create(name: "desk")
# evidence: anthropic.managed_agents/memory-store-sdk
client.beta.memory_stores.create(name: "claims")
# evidence: anthropic.managed_agents/vault-sdk
client.beta.vaults.create(display_name: "claims")
# evidence: anthropic.managed_agents/event-stream-sdk
client.beta.sessions.events.stream_events("s")
# ok: anthropic.managed_agents/environment-sdk, anthropic.managed_agents/vault-sdk
Shop::Client.new.beta.environments.create(name: "desk")
