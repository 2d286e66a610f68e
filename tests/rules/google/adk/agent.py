"""A claims agent on the ADK."""

from google.adk.agents import Agent, SequentialAgent
from google.adk.apps import App, ResumabilityConfig
from google.adk.cli.fast_api import get_fast_api_app
from google.adk.code_executors import BuiltInCodeExecutor
from google.adk.models.lite_llm import LiteLlm
from google.adk.plugins import BasePlugin, BigQueryAgentAnalyticsPlugin
from google.adk.runners import Runner
from google.adk.sessions import DatabaseSessionService
from google.adk.tools import FunctionTool, google_search
from google.adk.tools.google_search_agent_tool import create_google_search_agent
from google.genai import types


def lookup(policy: str) -> str:
    return policy


# evidence: google.adk/agent
claims = Agent(
    name="claims",
    # evidence: google.adk/model-id, google.adk/model-setting
    model="gemini-2.5-flash",
    # evidence: google.adk/hosted-tool
    tools=[google_search],
    # evidence: google.adk/hosted-tool, google.adk/hosted-code-execution
    code_executor=BuiltInCodeExecutor(),
    generate_content_config=types.GenerateContentConfig(
        # evidence: google.adk/retry-rule
        http_options=types.HttpOptions(retry_options=types.HttpRetryOptions(attempts=3)),
    ),
)
# evidence: google.adk/agent
letters = Agent(
    name="letters",
    # evidence: google.adk/neutral-model
    # ok: google.adk/model-id, google.adk/model-setting
    model=LiteLlm(model="anthropic/claude-sonnet-4-5"),
    # evidence: google.adk/own-tool
    # ok: google.adk/hosted-tool
    tools=[FunctionTool(lookup)],
    # ok: google.adk/hosted-code-execution, google.adk/retry-rule
    code_executor=ContainerExecutor(),
)
# evidence: google.adk/agent
both = SequentialAgent(name="both", sub_agents=[claims, letters])
# ok: google.adk/agent
person = HumanAgent(name="clerk")
# ok: google.adk/own-tool, google.adk/neutral-model
other = ToolBox(lookup)

# evidence: google.adk/session-service
sessions = DatabaseSessionService(db_url="postgresql://db/claims")
# ok: google.adk/session-service
web_sessions = SessionMiddleware(db_url="postgresql://db/claims")
# evidence: google.adk/runner
runner = Runner(agent=both, app_name="claims", session_service=sessions)
# ok: google.adk/runner
tests = CliRunner(app_name="claims")
# evidence: google.adk/runner
# evidence: google.adk/resume
app = App(name="claims", root_agent=both, resumability_config=ResumabilityConfig(is_resumable=True))


async def back(session_id):
    # evidence: google.adk/resume
    await runner.rewind_async(user_id="u1", session_id=session_id, rewind_before_invocation_id="i1")
    # ok: google.adk/resume
    await tape.rewind(session_id)


# evidence: google.adk/runner
web = get_fast_api_app(
    agents_dir=".",
    # evidence: google.adk/vendor-traces
    trace_to_cloud=True,
)
# evidence: google.adk/runner
quiet = get_fast_api_app(
    agents_dir=".",
    # ok: google.adk/vendor-traces
    trace_to_cloud=False,
)
# evidence: google.adk/own-event-log
log = BigQueryAgentAnalyticsPlugin(project_id="p", dataset_id="agents")


# evidence: google.adk/own-event-log
class Audit(BasePlugin):
    pass


# ok: google.adk/own-event-log
class Colours(PlotPlugin):
    pass

# evidence: google.adk/hosted-tool
searcher = create_google_search_agent(MODEL)
# ok: google.adk/hosted-tool
painter = create_painting_agent(MODEL)


class Executor:
    def __init__(self, runner: Runner, tape):
        self.runner = runner
        self.tape = tape

    async def go_on(self, user, session, message):
        # evidence: google.adk/runner
        async for event in self.runner.run_async(user_id=user, session_id=session, new_message=message):
            yield event
        # ok: google.adk/runner
        await self.tape.run_async(session)


# evidence: google.adk/model-id
HOSTED = "claude-sonnet-4@20250514"
# ok: google.adk/model-id
PLAIN = "claude-desk"
