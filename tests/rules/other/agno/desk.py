"""A claims desk run by Agno."""

from agno.agent import Agent
from agno.db.postgres import PostgresDb
from agno.models.openai import OpenAIChat
from agno.os import AgentOS
from agno.team import Team
from agno.tools import Toolkit, tool
from agno.tools.duckduckgo import DuckDuckGoTools
from shop import Agent as Salesman, PostgresDb as Cellar


# evidence: other.agno/tool
@tool
def policy(number: str) -> str:
    return "covered"


# evidence: other.agno/tool
class Ledger(Toolkit):
    pass


# evidence: other.agno/store
db = PostgresDb(db_url=settings.database)
# ok: other.agno/store
cellar = Cellar()
# evidence: other.agno/agent, other.agno/retries
agent = Agent(
    # evidence: other.agno/model-id
    model=OpenAIChat(id="gpt-4o"),
    db=db,
    # evidence: other.agno/tool
    tools=[policy, DuckDuckGoTools()],
    retries=3,
)
# evidence: other.agno/agent
watched = Agent(
    # ok: other.agno/model-id
    model=OpenAIChat(id=settings.model),
    # evidence: other.agno/vendor-monitoring
    monitoring=True,
)
# evidence: other.agno/agent
# ok: other.agno/vendor-monitoring, other.agno/retries
team = Team(members=[agent], monitoring=False)
# evidence: other.agno/server
server = AgentOS(agents=[agent])
# evidence: other.agno/continued-run
agent.continue_run(run_id=run, updated_tools=[])
# ok: other.agno/agent
salesman = Salesman(retries=3)
# ok: other.agno/server, other.agno/continued-run
server = Shop(agents=[agent]).go_on(run)
# ok: other.agno/tool
hammer = Hammer()
