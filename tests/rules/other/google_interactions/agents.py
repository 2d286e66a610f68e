from .clients import desk, google

from google import genai

client = genai.Client()
# evidence: other.google_interactions/model-id, other.google_interactions/agent-name
BASE = "antigravity-preview-05-2026"
# ok: other.google_interactions/agent-name
STYLE = "antigravity"

# evidence: other.google_interactions/agent-definition
agent = google().agents.create(
    id="claims",
    base_agent=BASE,
    # evidence: other.google_interactions/agent-prompt
    system_instruction="Check every claim.",
    # evidence: other.google_interactions/agent-tools
    tools=[{"type": "google_search"}],
    # evidence: other.google_interactions/agent-sandbox
    base_environment={"type": "remote"},
)
# evidence: other.google_interactions/agent-run
job = client.interactions.create(
    agent="claims",
    input="Compare the policies.",
    # evidence: other.google_interactions/agent-tools
    tools=[{"type": "code_execution"}],
    # evidence: other.google_interactions/agent-sandbox
    environment="remote",
)
# ok: other.google_interactions/agent-definition
clerk = desk().agents.create(
    id="claims",
    # ok: other.google_interactions/agent-prompt
    system_instruction="Check every claim.",
    # ok: other.google_interactions/agent-tools
    tools=[],
    # ok: other.google_interactions/agent-sandbox
    base_environment={"type": "remote"},
)
