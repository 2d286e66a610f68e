package claims;

import com.google.adk.agents.LlmAgent;
import com.google.adk.apps.App;
import com.google.adk.apps.ResumabilityConfig;
import com.google.adk.codeexecutors.BuiltInCodeExecutor;
import com.google.adk.models.langchain4j.LangChain4j;
import com.google.adk.plugins.BasePlugin;
import com.google.adk.plugins.LoggingPlugin;
import com.google.adk.runner.InMemoryRunner;
import com.google.adk.runner.Runner;
import com.google.adk.sessions.InMemorySessionService;
import com.google.adk.tools.FunctionTool;
import com.google.adk.tools.GoogleSearchTool;
import com.google.adk.tools.mcp.McpToolset;
import com.google.genai.types.HttpRetryOptions;

class Desk {
  // evidence: google.adk/agent
  static final LlmAgent CLAIMS = LlmAgent.builder()
      .name("claims")
      // evidence: google.adk/model-id
      .model("gemini-2.5-flash")
      // evidence: google.adk/own-tool
      .tools(FunctionTool.create(Desk.class, "lookup"))
      .build();
  // ok: google.adk/agent, google.adk/own-tool
  static final Robot ROBOT = Robot.builder().tools(Tool.create("lookup")).build();

  void run() {
    // evidence: google.adk/runner, google.adk/session-service
    var trial = new InMemoryRunner(CLAIMS, "claims");
    // evidence: google.adk/session-service
    var sessions = new InMemorySessionService();
    // evidence: google.adk/runner
    var runner = new Runner(CLAIMS, "claims", null, sessions, null);
    // evidence: google.adk/resume
    var resumable = new ResumabilityConfig(true);
    // evidence: google.adk/hosted-tool
    var search = new GoogleSearchTool();
    // evidence: google.adk/hosted-tool
    var same = GoogleSearchTool.INSTANCE;
    // evidence: google.adk/hosted-tool, google.adk/hosted-code-execution
    var executor = new BuiltInCodeExecutor();
    // evidence: google.adk/own-tool
    var remote = new McpToolset(address);
    // evidence: google.adk/own-tool
    var loaded = McpToolset.fromServer(address, mapper).get();
    // evidence: google.adk/neutral-model
    var model = new LangChain4j(chat);
    // evidence: google.adk/own-event-log
    var log = new LoggingPlugin();
    // evidence: google.adk/retry-rule
    var retries = HttpRetryOptions.builder().attempts(4).build();
  }

  // evidence: google.adk/own-event-log
  static class Ledger extends BasePlugin {}

  // ok: google.adk/own-event-log
  static class Book extends Shelf {}

  // ok: google.adk/own-event-log
  static class RateLimitPlugin extends BasePlugin {}

  // evidence: google.adk/agent
  static final Object REMOTE = com.google.adk.a2a.RemoteA2AAgent.builder().name("prices").build();

  void own() {
    // ok: google.adk/runner, google.adk/session-service, google.adk/resume, google.adk/hosted-tool
    var race = new claims.races.RaceRunner("claims");
    // ok: google.adk/neutral-model, google.adk/retry-rule, google.adk/hosted-code-execution
    var pool = new java.util.concurrent.ForkJoinPool();
  }
}
