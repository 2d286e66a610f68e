class Tool
  def description
    {
      name: @name,
      # evidence: anthropic.messages/tool-schema-rest
      input_schema: input_schema
    }
  end

  # ok: anthropic.messages/tool-schema-rest
  def initialize(name:, input_schema: nil)
    @input_schema = input_schema
  end
end

def answer(tool_use, content)
  # evidence: anthropic.messages/own-loop-rest
  { type: "tool_result", tool_use_id: tool_use.id, content: content }
end

# ok: anthropic.messages/own-loop-rest
def keep(tool_use_id: nil)
end
