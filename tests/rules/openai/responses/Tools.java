package example;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.WebSearchTool;

class Tools {
  private final OpenAIClient client = OpenAIOkHttpClient.fromEnv();

  void run(String text, Shelf shelf) {
    // evidence: openai.responses/own-loop-sdk
    ResponseCreateParams params = ResponseCreateParams.builder().input(text).addTool(Lookup.class).build();
    client.responses().create(params);
    ResponseCreateParams.Builder builder = ResponseCreateParams.builder().input(text);
    // evidence: openai.responses/own-loop-sdk, openai.responses/hosted-tool-sdk
    builder.addTool(WebSearchTool.builder().type(WebSearchTool.Type.WEB_SEARCH).build());
    // evidence: openai.responses/hosted-tool-sdk, openai.responses/hosted-container-sdk
    builder.addCodeInterpreterTool("auto");
    // evidence: openai.responses/background-run-sdk
    builder.background(true);
    // evidence: openai.responses/vector-store-sdk
    client.vectorStores().create();
    // ok: openai.responses/own-loop-sdk, openai.responses/hosted-tool-sdk
    shelf.addTool("hammer");
    // ok: openai.responses/background-run-sdk
    shelf.background(true);
    // ok: openai.responses/vector-store-sdk, openai.responses/hosted-container-sdk
    shelf.vectorStores().create();
  }
}
