module Schema
  def self.define
    # evidence: neutral.state/session-table
    create_table :conversations do |t|
      t.string :title
    end
    # ok: neutral.state/session-table
    create_table :invoices do |t|
      t.string :title
    end
  end
end

# evidence: neutral.state/session-table
class ChatMessage < ApplicationRecord
end

# ok: neutral.state/session-table
class Invoice < ApplicationRecord
end

class Store
  def keep(id, turns)
    # evidence: neutral.state/session-cache-entry
    Rails.cache.write("conversation:#{id}", turns, expires_in: 1.day)
    # ok: neutral.state/session-cache-entry
    Rails.cache.write("rates:#{id}", turns)
  end
end
