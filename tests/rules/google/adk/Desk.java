package claims;

import com.google.adk.agents.LlmAgent;
import com.google.adk.tools.FunctionTool;

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
}
