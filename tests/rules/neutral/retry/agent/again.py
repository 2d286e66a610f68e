"""A part of an agent that decides again when what came back will not do."""


class Desk:
    async def decide(self, oversight: str, retry_count: int = 0) -> str:
        try:
            return await self.once(oversight)
        except ValueError:
            # evidence: neutral.retry/retry-part, neutral.retry/retry-loop
            return await self.decide(oversight, retry_count=retry_count + 1)

    async def look(self, oversight: str, depth: int = 0) -> str:
        # ok: neutral.retry/retry-part, neutral.retry/retry-loop
        return await self.look(oversight, depth=depth + 1)

    def review(self, data: dict[str, int]) -> str:
        # evidence: neutral.retry/retry-part
        if data["attempt"] >= MAX_CODING_ATTEMPTS:
            return "as it is"
        # evidence: neutral.retry/retry-part
        if data["retries"] == 3:
            return "as it is"
        # ok: neutral.retry/retry-part
        if data["attempt"] == 1:
            return "first"
        return "again"
