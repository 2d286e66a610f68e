module Schema
  def self.define
    # evidence: neutral.replay/event-log
    create_table :agent_events do |t|
      t.json :payload
    end
    # ok: neutral.replay/event-log
    create_table :calendar_events do |t|
      t.json :payload
    end
  end
end
