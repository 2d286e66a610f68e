class ClaimLookUp
  # evidence: other.langchainrb/tool
  extend Langchain::ToolDefinition
  # ok: other.langchainrb/tool
  extend ActiveSupport::Concern
end

class Desk
  def ask(question)
    # evidence: other.langchainrb/model-id
    llm = Langchain::LLM::OpenAI.new(api_key: key, default_options: { chat_model: "gpt-4o" })
    # evidence: other.langchainrb/agent
    assistant = Langchain::Assistant.new(
      llm: llm,
      tools: [ClaimLookUp.new],
      # evidence: other.langchainrb/watcher
      add_message_callback: ->(message) { keep(message) }
    )
    # ok: other.langchainrb/agent, other.langchainrb/model-id, other.langchainrb/watcher
    assistant.add_message_and_run!(content: question, name: "claims-desk")
  end
end
