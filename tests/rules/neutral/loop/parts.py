"""A task that one model takes apart and another works off."""


def work(objective):
    exchanges = []
    # evidence: neutral.loop/tool-loop
    while True:
        said = desk_orchestrator(objective, exchanges)
        if "The task is complete:" in said:
            break
        exchanges.append((said, desk_sub_agent(said)))
    # ok: neutral.loop/tool-loop
    while exchanges:
        print("task is complete", exchanges.pop())


def settle(self, task, max_turn):
    # evidence: neutral.loop/tool-loop
    while True:
        said = query_model(task, prompt=self.seen_history())
        found = self.process_command(said)
        self.seen_history.append(found)
        if found:
            return found


def count(self, task):
    # ok: neutral.loop/tool-loop
    while True:
        found = self.process_command(task)
        if found:
            return found
