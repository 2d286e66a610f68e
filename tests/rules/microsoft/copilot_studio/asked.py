"""An agent is asked through a client that is handed in, and its files are brought there."""

import os
import subprocess

# evidence: microsoft.copilot_studio/agent-address
AGENT = os.environ["COPILOT_STUDIO_AGENT_IDENTIFIER"]
# evidence: microsoft.copilot_studio/agent-address
ADDRESS = f"https://host/copilotstudio/agenticruntime/3p/dataverse-backed/authenticated/bots/{AGENT}?api-version=1"
# ok: microsoft.copilot_studio/agent-address
MODE = os.environ["COPILOT_STUDIO_LOG_LEVEL"]


def push(path: str) -> None:
    """Bring the files there."""
    # evidence: microsoft.copilot_studio/publish-command
    subprocess.run(["pac", "copilot", "push", "--path", path], check=True)
    # ok: microsoft.copilot_studio/publish-command
    subprocess.run(["pac", "copilot", "list"], check=True)


def grade(client, question: str) -> str:
    """What the agent says."""
    # ok: microsoft.copilot_studio/agent-asked-handed
    client.warm_up(question)
    # evidence: microsoft.copilot_studio/agent-asked-handed, microsoft.copilot_studio/conversation
    return client.ask_question(question).text
