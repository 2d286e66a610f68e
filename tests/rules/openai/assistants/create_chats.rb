class CreateChats < ActiveRecord::Migration[7.1]
  def change
    create_table :chats do |t|
      # evidence: openai.assistants/thread-column
      t.string :thread_id
      # ok: openai.assistants/thread-column
      t.string :title
    end
    # evidence: openai.assistants/thread-column
    add_column :archives, :vector_store_id, :string
  end
end
