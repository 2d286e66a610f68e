"""Stores of our own for agents of the ADK."""

from a2a.server.tasks import TaskStore
from a2a.types import Task
from google.adk.artifacts import BaseArtifactService
from google.adk.cli.fast_api import get_fast_api_app
from google.adk.runners import InMemoryRunner, Runner
from google.adk.sessions import Session


# evidence: google.adk/session-service
class BucketArtifactService(BaseArtifactService):
    pass


# evidence: google.adk/runner
class PatientRunner(Runner):
    pass


# ok: google.adk/session-service
class ClaimSession(Session):
    pass


# evidence: google.adk/session-service
class TableTaskStore(TaskStore):
    pass


# ok: google.adk/session-service
class Letter(Task):
    pass


# evidence: google.adk/runner, google.adk/session-service
app = get_fast_api_app(agents_dir="agents", session_service_uri="sqlite:///sessions.db", web=False)
# evidence: google.adk/runner
# ok: google.adk/session-service
other = get_fast_api_app(agents_dir="agents", session_service_uri="agentengine://123", web=False)
# evidence: google.adk/runner, google.adk/session-service
quick = InMemoryRunner(app_name="claims", agent=None)
