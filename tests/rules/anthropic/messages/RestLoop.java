package example;

import tools.jackson.databind.node.ObjectNode;

class RestLoop {
  // evidence: anthropic.messages/model-setting-typed
  static final String MODEL = "claude-sonnet-5";
  // ok: anthropic.messages/model-setting-typed
  static final String TEAM = "claude-desk";

  void answer(ObjectNode block, String id) {
    // evidence: anthropic.messages/own-loop-rest
    block.put("tool_use_id", id);
    // evidence: anthropic.messages/tool-schema-rest
    block.put("input_schema", id);
    // ok: anthropic.messages/tool-schema-rest
    block.put("inputSchema", id);
    // ok: anthropic.messages/own-loop-rest
    block.put("tool_id", id);
  }
}
