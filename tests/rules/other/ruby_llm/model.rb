RubyLLM.configure do |config|
  # evidence: other.ruby_llm/model-id
  config.default_model = "gpt-5"
  # ok: other.ruby_llm/model-id
  config.default_embedding_model = "text-embedding-3-small"
end
