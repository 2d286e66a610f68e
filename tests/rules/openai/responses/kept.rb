class Chat < ApplicationRecord
  def keep(id)
    # evidence: openai.responses/kept-id-dynamic
    update!(latest_assistant_response_id: id)
  end

  # ok: openai.responses/kept-id-dynamic
  def ask(prompt, previous_response_id: nil)
    # evidence: openai.responses/kept-id-dynamic
    provider.ask(prompt, previous_response_id: previous_response_id)
  end

  def tools
    functions.map do |function|
      {
        # evidence: openai.responses/tool-description-dynamic
        type: "function",
        name: function.name,
      }
    end
  end

  def answers
    # evidence: openai.responses/own-loop-answers
    { type: "function_call_output", call_id: call.id }
  end

  # ok: openai.responses/tool-description-dynamic
  def kind = { type: "text" }
end

class AddChats < ActiveRecord::Migration[8.0]
  def change
    change_table :chats do |t|
      # evidence: openai.responses/kept-id-dynamic
      t.string :latest_assistant_response_id
      # ok: openai.responses/kept-id-dynamic
      t.string :title
    end
  end
end

def built(parameters, id)
  # evidence: openai.responses/kept-id-dynamic
  parameters[:previous_response_id] = id if id
  # ok: openai.responses/kept-id-dynamic
  parameters[:title] = id
end
