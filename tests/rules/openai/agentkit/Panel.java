package example;

import com.openai.client.okhttp.OpenAIOkHttpClient;

class Panel {
  void run(Shop shop) {
    var client = OpenAIOkHttpClient.fromEnv();
    // evidence: openai.agentkit/hosted-session
    client.beta().chatkit().sessions().create(null);
    // ok: openai.agentkit/hosted-session
    shop.chatkit().sessions().create(null);
  }
}
