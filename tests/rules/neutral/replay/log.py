"""Steps kept for replay."""


def keep(database, step):
    # evidence: neutral.replay/event-log
    database.execute("INSERT INTO agent_events (step) VALUES (?)", (step,))
    # ok: neutral.replay/event-log
    database.execute("INSERT INTO invoices (number) VALUES (?)", (step,))


class Server:
    def _record_events(self, items):
        return [self.shown(item) for item in items]

    def _append_event(self, step):
        self.handle.write(step)

    def run(self, items, step):
        # ok: neutral.replay/event-log
        shown = self._record_events(items)
        # evidence: neutral.replay/event-log
        self._append_event(step)
        return shown
