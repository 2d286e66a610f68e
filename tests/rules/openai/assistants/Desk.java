package example;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;

class Desk {
  void run(Params params, Shop shop) {
    OpenAIClient client = OpenAIOkHttpClient.fromEnv();
    // evidence: openai.assistants/run-sdk
    client.beta().assistants().create(params);
    // evidence: openai.assistants/thread-store-sdk
    client.beta().threads().create();
    // evidence: openai.assistants/run-polling-sdk
    client.beta().threads().runs().retrieve(params);
    // ok: openai.assistants/run-polling-sdk
    shop.beta().threads().runs().retrieve(params);
    // ok: openai.assistants/thread-store-sdk
    shop.beta().threads().create();
  }
}
