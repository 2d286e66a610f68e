require "./app/llms"

def ask(question)
  # evidence: openai.chat/model-named
  answer = get_openai_response(question, SYSTEM, "gpt-4o")
  # ok: openai.chat/model-named
  return nil if model == "gpt-4o"
  # ok: openai.chat/model-named
  show("gpt-4o", answer)
end
