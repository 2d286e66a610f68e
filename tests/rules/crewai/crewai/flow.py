"""A claims desk of two crews, driven by a flow."""

from crewai import Agent, Crew, LLM, Process, Task
from crewai.flow.flow import Flow, listen, router, start
from crewai.flow.persistence import persist
from crewai.tools import BaseTool, tool
from crewai.utilities.events import crewai_event_bus
from crewai.utilities.events.base_event_listener import BaseEventListener
from crewai_tools import SerperDevTool
from desk.tools import Flow as DeskFlow
from pydantic import BaseModel


# evidence: crewai.crewai/flow-state-class
class ClaimState(BaseModel):
    retry_count: int = 0


# evidence: crewai.crewai/persistence, crewai.crewai/rerun
@persist
# evidence: crewai.crewai/flow, crewai.crewai/flow-state
class ClaimFlow(Flow[ClaimState]):
    @start()
    def read(self):
        # ok: crewai.crewai/attempt-count
        self.state.retry_count = 0

    @router(read)
    def check(self):
        # evidence: crewai.crewai/attempt-count
        if self.state.retry_count > 3:
            return "give_up"
        return "again"


# ok: crewai.crewai/flow, crewai.crewai/flow-state
class Desk(DeskFlow):
    pass


# evidence: crewai.crewai/tool
class PolicyTool(BaseTool):
    name: str = "policy"


# ok: crewai.crewai/tool
class Policy(BaseModel):
    name: str


# evidence: crewai.crewai/tool
@tool("Claim amount")
def amount(claim: str) -> int:
    return 0


# evidence: crewai.crewai/event-listener
class Record(BaseEventListener):
    def setup_listeners(self, bus):
        pass


# evidence: crewai.crewai/event-listener
@crewai_event_bus.on(object)
def seen(source, event):
    # ok: crewai.crewai/event-listener
    source.on(event)


# evidence: crewai.crewai/model-id
llm = LLM(model="gpt-4o")
# ok: crewai.crewai/model-id
local = LLM(model=settings.model)
# evidence: crewai.crewai/library-tool
search = SerperDevTool()
# ok: crewai.crewai/library-tool
search.run("storm damage")

# evidence: crewai.crewai/agent
reader = Agent(
    role="reader",
    # evidence: crewai.crewai/model-id
    llm="anthropic/claude-sonnet-4-6",
    # evidence: crewai.crewai/attempt-limit
    max_retry_limit=2,
    # evidence: crewai.crewai/attempt-limit
    max_iter=8,
)
# ok: crewai.crewai/agent, crewai.crewai/attempt-limit
check = Task(description="Check the claim", agent=reader)
# evidence: crewai.crewai/crew
team = Crew(
    agents=[reader],
    tasks=[check],
    process=Process.sequential,
    # evidence: crewai.crewai/persistence
    memory=True,
)
# ok: crewai.crewai/crew, crewai.crewai/persistence
result = team.kickoff(inputs={})
# evidence: crewai.crewai/rerun
again = team.replay(task_id="3")
# ok: crewai.crewai/rerun
video.replay()
