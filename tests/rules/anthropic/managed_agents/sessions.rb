require "anthropic"

class Sessions
  def client
    @client ||= Anthropic::Client.new
  end

  def run(shop)
    # evidence: anthropic.managed_agents/session-run-sdk, anthropic.managed_agents/session-store-sdk
    client.beta.sessions.create(agent: "x")
    # ok: anthropic.managed_agents/session-run-sdk, anthropic.managed_agents/session-store-sdk
    Shop::Client.new.beta.sessions.create(agent: "x")
  end
end
