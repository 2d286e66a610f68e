class Talk < ApplicationRecord
  def begin(response)
    # evidence: openai.assistants/thread-row
    update!(thread_id: response["thread_id"])
    # ok: openai.assistants/thread-row
    notify(thread_id: response["thread_id"])
  end
end
