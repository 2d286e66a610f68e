"""Keeps what was said in files and in memory."""

import json
from pathlib import Path


# evidence: neutral.state/session-class
class ConversationHistoryManager:
    def __init__(self) -> None:
        # evidence: neutral.state/history-list
        self.messages: list[dict[str, str]] = []

    def save(self, path: Path) -> None:
        # evidence: neutral.state/session-file
        path.write_text(json.dumps(self.messages, indent=2))
        # ok: neutral.state/session-file
        path.with_suffix(".settings").write_text(json.dumps(self.settings))

    def export(self, conversation_history: list[dict[str, str]], prices: dict[str, float]) -> None:
        with open("kept.json", "w") as file:
            # evidence: neutral.state/session-file
            json.dump(conversation_history, file)
            # ok: neutral.state/session-file
            json.dump(prices, file)


# ok: neutral.state/session-class
class ConversationStoreOptions:
    folder: str = "kept"


# ok: neutral.state/session-class
class ChatMessage:
    text: str = ""


class Keeper:
    def keep(self, file) -> None:
        # evidence: neutral.state/session-file
        json.dump(self.memory, file, indent=2)
        # ok: neutral.state/session-file
        json.dump(self.memory_limits, file)


# evidence: neutral.state/session-class
class RedisSessionService:
    url: str = ""


def keep(self, day: str) -> None:
    # evidence: neutral.state/session-file
    json.dump(self.log_states_dict[day], file)
    # ok: neutral.state/session-file
    json.dump(self.prices_dict[day], file)


# evidence: neutral.state/session-file
STATE_FILE_NAME = "agent_state.json"
# ok: neutral.state/session-file
SETTINGS_FILE_NAME = "agent_settings.json"
