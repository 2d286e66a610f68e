"""A conversation kept in a workflow."""

from temporalio import workflow


# evidence: temporal.temporal/workflow, temporal.temporal/workflow-history
@workflow.defn
class Claims:
    def __init__(self) -> None:
        # evidence: temporal.temporal/conversation-kept
        self._thread_messages: list[dict] = []
        # ok: temporal.temporal/conversation-kept
        self._claims: list[dict] = []

    @workflow.run
    async def run(self, text: str) -> None:
        # evidence: temporal.temporal/conversation-kept
        messages = [{"role": "user", "content": text}]
        # ok: temporal.temporal/conversation-kept
        await self.answer(messages=[])
