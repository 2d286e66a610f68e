"""A claims desk whose steps an engine writes down."""

import restate
from restate.ext.adk import RestatePlugin, RestateSessionService
from restate.exceptions import TerminalError

# evidence: other.restate/service, other.restate/step-record
desk = restate.Service("Claims")
# evidence: other.restate/service, other.restate/step-record, other.restate/object-state
talks = restate.VirtualObject("Talks")
# evidence: other.restate/agent-session
sessions = RestateSessionService()
# evidence: other.restate/agent-bridge
plugin = RestatePlugin()
# ok: other.restate/agent-bridge, other.restate/agent-session
report = RestatedReport()
# ok: other.restate/service, other.restate/step-record, other.restate/object-state
shop = Service("Shop")


@desk.handler()
async def settle(ctx: restate.Context, claim: dict) -> str:
    if not claim:
        # evidence: other.restate/step-retries
        raise TerminalError("no claim")
    # ok: other.restate/step-retries
    raise ValueError("wrong claim")
