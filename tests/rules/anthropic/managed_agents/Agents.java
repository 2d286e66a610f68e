package example;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.beta.agents.AgentCreateParams;

class Agents {
  private final AnthropicClient client = AnthropicOkHttpClient.fromEnv();

  void run(Shop shop) {
    // evidence: anthropic.managed_agents/agent-prompt-sdk
    AgentCreateParams params = AgentCreateParams.builder().name("desk").system("Answer claims.").build();
    // evidence: anthropic.managed_agents/session-run-sdk
    client.beta().agents().create(params);
    // evidence: anthropic.managed_agents/environment-sdk
    client.beta().environments().create(null);
    // evidence: anthropic.managed_agents/memory-store-sdk
    client.beta().memoryStores().create(null);
    // evidence: anthropic.managed_agents/memory-dream-sdk
    client.beta().dreams().create(null);
    // evidence: anthropic.managed_agents/vault-sdk
    client.beta().vaults().create(null);
    // evidence: anthropic.managed_agents/deployment-sdk
    client.beta().deployments().create(null);
    // evidence: anthropic.managed_agents/event-history-sdk
    client.beta().sessions().events().list("s");
    // evidence: anthropic.managed_agents/event-stream-sdk
    client.beta().sessions().events().streamStreaming("s");
    // ok: anthropic.managed_agents/environment-sdk, anthropic.managed_agents/memory-store-sdk, anthropic.managed_agents/vault-sdk
    shop.beta().environments().create(null);
    // ok: anthropic.managed_agents/memory-dream-sdk, anthropic.managed_agents/deployment-sdk
    shop.dreams().create(null);
    // ok: anthropic.managed_agents/event-history-sdk, anthropic.managed_agents/event-stream-sdk
    shop.events().list("s");
    // ok: anthropic.managed_agents/agent-prompt-sdk
    shop.system("Answer claims.");
  }
}
