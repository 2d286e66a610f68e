class Usage
  def of(client, thread_id, run_id)
    # evidence: openai.assistants/run-polling-sdk
    run = client.runs.retrieve(thread_id: thread_id, id: run_id)
    # evidence: openai.assistants/run-usage
    usage = run["usage"] || {}
    # ok: openai.assistants/run-usage
    [usage, run["status"]]
  end
end
