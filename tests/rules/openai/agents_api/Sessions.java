package example;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.beta.agents.sessions.SessionCreateParams;

class Sessions {
  private final OpenAIClient client = OpenAIOkHttpClient.fromEnv();

  void run(SessionCreateParams params, Shop shop) {
    // evidence: openai.agents_api/session-run-sdk, openai.agents_api/session-store-sdk
    client.beta().agents().sessions().create(params);
    // evidence: openai.agents_api/hosted-environment-sdk
    client.beta().agents().environments().create();
    // evidence: openai.agents_api/vault-sdk
    client.beta().agents().vaults().create();
    // evidence: openai.agents_api/session-history-sdk
    client.beta().agents().sessions().items().list("s");
    // ok: openai.agents_api/session-run-sdk, openai.agents_api/session-store-sdk
    shop.beta().agents().sessions().create(params);
    // ok: openai.agents_api/hosted-environment-sdk, openai.agents_api/vault-sdk, openai.agents_api/session-history-sdk
    shop.environments().create();
  }
}
