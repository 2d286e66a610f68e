"""Agents of the company's own: a loop of steps, and a class that builds on it."""

from shop import Machine


# evidence: neutral.loop/own-agent
class DefaultAgent:
    def run(self, task):
        while not self.done:
            # evidence: neutral.loop/own-agent
            self.step()
            # ok: neutral.loop/own-agent
            self.count()
            # evidence: neutral.loop/own-agent
            said = self._llm.complete(task)
            # ok: neutral.loop/own-agent
            self.press.complete(said)


# evidence: neutral.loop/own-agent
class AskingAgent(DefaultAgent):
    asked = 0


# evidence: neutral.loop/own-agent
class Clerk(AskingAgent):
    def look(self, text):
        # evidence: neutral.loop/own-agent
        return self.llm(text)


# evidence: neutral.loop/own-agent
class HouseAgent(Model, ABC):
    asked = 0


async def go_on(self, session, max_steps: int):
    # evidence: neutral.loop/steps
    for _ in range(max_steps):
        await session.turn()
    # evidence: neutral.loop/steps
    while self.done <= self._max_turns:
        await session.turn()
    # evidence: neutral.loop/steps
    for _ in range(self.max_turn):
        await session.turn()
    # ok: neutral.loop/steps
    for _ in range(max_parts):
        await session.part()


# ok: neutral.loop/own-agent
class AgentRow(Model):
    asked = 0


# ok: neutral.loop/own-agent
class AskingMachine(Machine):
    asked = 0


# evidence: neutral.loop/own-agent
class RoundAgent(RegistryMixin):
    async def execute(self):
        # evidence: neutral.loop/own-agent
        reasoning = await self._reasoning_phase()
        # ok: neutral.loop/own-agent
        await self._closing_phase(reasoning)


# evidence: neutral.loop/own-agent
class FirstDeskAgent(Agent):
    asked = 0
