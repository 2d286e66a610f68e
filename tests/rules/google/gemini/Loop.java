package claims;

import com.google.genai.Client;
import com.google.genai.types.Content;
import com.google.genai.types.FunctionDeclaration;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import com.google.genai.types.Tool;
import com.google.genai.types.ToolCodeExecution;
import java.util.List;

class Loop {
  private final Client client = Client.builder()
      // evidence: google.gemini/retry-setting
      .httpOptions(HttpOptions.builder().retryOptions(HttpRetryOptions.builder().attempts(4).build()).build())
      .build();

  String ask(List<Content> history) {
    // evidence: google.gemini/hosted-tool
    FunctionDeclaration lookup = FunctionDeclaration.builder().name("lookup").build();
    // evidence: google.gemini/hosted-tool, google.gemini/code-execution
    ToolCodeExecution execution = ToolCodeExecution.builder().build();
    Tool tool = Tool.builder().functionDeclarations(List.of(lookup)).codeExecution(execution).build();
    // evidence: google.gemini/own-loop
    GenerateContentConfig config = GenerateContentConfig.builder().temperature(0f).tools(List.of(tool)).build();
    // evidence: google.gemini/model-id, google.gemini/model-setting
    GenerateContentResponse answer = client.models.generateContent("gemini-2.5-flash", history, config);
    // evidence: google.gemini/usage-fields
    meter(answer.usageMetadata());
    // evidence: google.gemini/own-history, google.gemini/model-id, google.gemini/model-setting
    client.chats.create("gemini-2.5-pro");
    // evidence: google.gemini/stored-content
    client.files.upload("claims.pdf", null);
    return answer.text();
  }

  void own(Desk desk) {
    // ok: google.gemini/own-loop
    desk.tools(List.of());
    // ok: google.gemini/stored-content
    desk.files.put("claims.pdf");
    // ok: google.gemini/usage-fields
    desk.usage();
    // ok: google.gemini/retry-setting, google.gemini/hosted-tool, google.gemini/code-execution
    claims.RetryOptions.builder().build();
    // ok: google.gemini/model-id
    desk.name("gemini");
    // ok: google.gemini/own-history
    desk.start();
  }
}
