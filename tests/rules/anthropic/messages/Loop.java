package example;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.messages.CodeExecutionTool20250825;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.Model;
import com.anthropic.models.messages.Tool;

class Loop {
  private final AnthropicClient client = AnthropicOkHttpClient.fromEnv();

  void run(Shelf shelf) {
    Message answer = client.messages().create(MessageCreateParams.builder().build());
    // evidence: anthropic.messages/usage-fields-sdk
    shelf.add(answer.usage().cacheReadInputTokens());
    // ok: anthropic.messages/usage-fields-sdk
    shelf.add(shelf.cacheReadInputTokens());
    MessageCreateParams.Builder params = MessageCreateParams.builder()
        // evidence: anthropic.messages/model-constant
        .model(Model.CLAUDE_SONNET_5);
    // evidence: anthropic.messages/own-loop, anthropic.messages/hosted-tool-sdk
    params.addTool(Tool.builder().name("lookup").build());
    // evidence: anthropic.messages/own-loop, anthropic.messages/hosted-tool-sdk, anthropic.messages/code-execution-sdk
    params.addTool(CodeExecutionTool20250825.builder().build());
    client.messages().create(params.build());
    // evidence: anthropic.messages/model-id
    String name = "claude-sonnet-5";
    // ok: anthropic.messages/own-loop, anthropic.messages/hosted-tool-sdk, anthropic.messages/code-execution-sdk
    shelf.addTool("hammer");
    // ok: anthropic.messages/model-constant
    shelf.paint(Model.SONNET);
  }
}
