"""A claims desk of agents that write to each other."""

from agency_swarm import Agency, Agent, function_tool
from agency_swarm.agents import Agent as OldAgent
from agency_swarm.tools import BaseTool, CodeInterpreter, ToolFactory

from shop import Agency as TravelAgency


# evidence: other.agency_swarm/tool
@function_tool
def policy(number: str) -> str:
    return "covered"


# evidence: other.agency_swarm/tool
class Ledger(BaseTool):
    def run(self):
        return "empty"


# evidence: other.agency_swarm/agent
class Clerk(OldAgent):
    def __init__(self):
        super().__init__(
            name="Clerk",
            # evidence: other.agency_swarm/hosted-tool
            tools=[CodeInterpreter],  # evidence: other.agency_swarm/code-interpreter
            # evidence: other.agency_swarm/model-id
            model="claude-3-haiku-20240307",
        )


# evidence: other.agency_swarm/tool
schema_tools = ToolFactory.from_openapi_schema(schema)
# evidence: other.agency_swarm/agent
manager = Agent(name="Manager", model="gemini/gemini-1.5-pro-latest")  # evidence: other.agency_swarm/model-id
# ok: other.agency_swarm/model-id
local = Agent(name="Local", model="ollama/llama3")  # evidence: other.agency_swarm/agent
# evidence: other.agency_swarm/agent
agency = Agency(
    manager,
    communication_flows=[manager > Clerk()],
    # evidence: other.agency_swarm/threads
    load_threads_callback=lambda: load(chat),
    save_threads_callback=lambda threads: save(chat, threads),
)
# evidence: other.agency_swarm/agent
older = Agency([manager, [manager, local]], threads_callbacks={"load": load, "save": save})  # evidence: other.agency_swarm/threads
# ok: other.agency_swarm/agent
holidays = TravelAgency()
# ok: other.agency_swarm/threads, other.agency_swarm/hosted-tool, other.agency_swarm/code-interpreter
journeys = TravelAgency(tools=[Interpreter], threads_callbacks={"load": load})


# ok: other.agency_swarm/tool
class Receipt(CounterTool):
    pass
