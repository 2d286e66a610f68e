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
