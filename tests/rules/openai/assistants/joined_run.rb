# The address and the header stand in client.rb of the same program.
class JoinedRun
  def call(client, thread_id, run_id)
    # evidence: openai.assistants/joined-run-path
    client.post("/v1/threads/#{thread_id}/runs", { body: {} })
    # evidence: openai.assistants/joined-thread-path
    client.post("/v1/threads")
    # evidence: openai.assistants/joined-thread-path
    client.get("/v1/threads/#{thread_id}/messages")
    # evidence: openai.assistants/joined-run-status
    client.get("/v1/threads/#{thread_id}/runs/#{run_id}")
    # evidence: openai.assistants/joined-tool-outputs
    client.post("/v1/threads/#{thread_id}/runs/#{run_id}/submit_tool_outputs", { body: {} })
    # evidence: openai.assistants/joined-tool-outputs, openai.assistants/tool-calls-read
    @run.dig("required_action", "submit_tool_outputs", "tool_calls")
  end

  def waiting?(run)
    # evidence: openai.assistants/run-needs-action
    run["status"] == "requires_action"
    # ok: openai.assistants/run-needs-action
    run["status"] == "needs_action"
  end

  def own(id)
    # ok: openai.assistants/joined-run-path, openai.assistants/joined-run-status
    get "/jobs/#{id}/runs/#{id}"
    # ok: openai.assistants/joined-thread-path
    get "/threads/:id/messages"
    # ok: openai.assistants/joined-tool-outputs
    puts "tool_outputs"
  end
end

class GemRun
  def call
    made = OpenaiAssistant::Assistant::Client.new(ENV["KEY"])
    # evidence: openai.assistants/run-sdk
    made.create_assistant("gpt", "sort claims")
    # ok: openai.assistants/run-sdk
    shop.create_assistant("gpt")
  end
end
