package example;

import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.responses.ResponseCreateParams;

class Chain {
  void run(String id) {
    var client = OpenAIOkHttpClient.fromEnv();
    // evidence: openai.responses/kept-history-sdk
    client.responses().create(ResponseCreateParams.builder().model("gpt-5").previousResponseId(id).build());
    var usage = client.responses().retrieve(id).usage().get();
    // evidence: openai.responses/usage-fields-sdk
    total += usage.inputTokensDetails().cachedTokens();
    // ok: openai.responses/usage-fields-sdk
    total += ledger.cachedTokens();
    // ok: openai.responses/kept-history-sdk
    client.responses().create(ResponseCreateParams.builder().model("gpt-5").store(false).build());
  }
}
