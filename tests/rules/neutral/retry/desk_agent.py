"""An agent of the company's own that tries again."""


def work(self, task):
    failed = 0
    # evidence: neutral.retry/agent-attempts
    while failed < self.max_requeries:
        failed += self.ask(task)
    # ok: neutral.retry/agent-attempts
    while failed < self.parts:
        failed += 1
