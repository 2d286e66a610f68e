"""Steps kept for replay."""


def keep(database, step):
    # evidence: neutral.replay/event-log
    database.execute("INSERT INTO agent_events (step) VALUES (?)", (step,))
    # ok: neutral.replay/event-log
    database.execute("INSERT INTO invoices (number) VALUES (?)", (step,))
