package example;

import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.ChatModel;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

class Loop {
  void run() {
    var client = OpenAIOkHttpClient.fromEnv();
    // evidence: openai.chat/own-loop, openai.chat/model-constant
    client.chat().completions().create(ChatCompletionCreateParams.builder().model(ChatModel.GPT_4O).addTool(Lookup.class).build());
    // ok: openai.chat/own-loop, openai.chat/model-constant
    client.chat().completions().create(ChatCompletionCreateParams.builder().model(System.getenv("MODEL")).build());
  }
}
