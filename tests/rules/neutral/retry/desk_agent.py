"""An agent of the company's own that tries again."""

from tenacity import retry, stop_after_attempt


# evidence: neutral.retry/agent-attempts, neutral.retry/retry-library
@retry(stop=stop_after_attempt(3))
def select(task):
    return task.first()


def work(self, task):
    failed = 0
    # evidence: neutral.retry/agent-attempts
    while failed < self.max_requeries:
        failed += self.ask(task)
    # evidence: neutral.retry/agent-attempts
    while failed < self.max_retry_count:
        failed += self.ask(task)
    # ok: neutral.retry/agent-attempts
    while failed < self.parts:
        failed += 1


class Desk:
    # evidence: neutral.retry/agent-attempts
    @desk.retry(tries=5)
    def next_answer(self, text: str) -> str:
        return self.conversation.next(text)

    # ok: neutral.retry/agent-attempts
    @retrying_is_off
    def last_answer(self, text: str) -> str:
        return self.conversation.last(text)
