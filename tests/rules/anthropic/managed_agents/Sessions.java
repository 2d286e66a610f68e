package example;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;

class Sessions {
  private final AnthropicClient client = AnthropicOkHttpClient.fromEnv();

  void run(Params params, Shop shop) {
    // evidence: anthropic.managed_agents/session-run-sdk, anthropic.managed_agents/session-store-sdk
    var session = client.beta().sessions().create(params);
    // evidence: anthropic.managed_agents/session-run-sdk
    client.beta().sessions().events().send(session.id(), params);
    // ok: anthropic.managed_agents/session-run-sdk, anthropic.managed_agents/session-store-sdk
    shop.beta().sessions().create(params);
  }
}
