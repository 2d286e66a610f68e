class Chain < Base
  def call(chat)
    parameters = {
      input: "x",
      # evidence: openai.responses/kept-history-sdk, openai.responses/kept-id-dynamic
      previous_response_id: chat.last_id
    }
    client.responses.create(parameters: parameters)
    # ok: openai.responses/kept-history-sdk
    client.responses.create(parameters: { input: "x" })
  end
end
