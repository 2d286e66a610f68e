class BaseDesk < Desk::Base
  def ask(thread_id)
    # evidence: openai.assistants/run-sdk
    run = client.runs.create(thread_id: thread_id, parameters: { assistant_id: "x" })
    # evidence: openai.assistants/run-polling-sdk
    client.runs.retrieve(id: run["id"], thread_id: thread_id)
  end

  def own
    # ok: openai.assistants/run-sdk
    client.runs.create(name: "nightly")
    # ok: openai.assistants/run-polling-sdk
    client.runs.retrieve("nightly")
  end
end
