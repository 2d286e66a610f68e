package example;

import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.responses.ResponseCreateParams;

class Chain {
  void run(String id) {
    var client = OpenAIOkHttpClient.fromEnv();
    // evidence: openai.responses/kept-history-sdk
    client.responses().create(ResponseCreateParams.builder().model("gpt-5").previousResponseId(id).build());
    // ok: openai.responses/kept-history-sdk
    client.responses().create(ResponseCreateParams.builder().model("gpt-5").store(false).build());
  }
}
