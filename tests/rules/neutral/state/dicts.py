"""What is kept in memory."""

from collections import defaultdict

# evidence: neutral.state/memory-dict
thread_store: dict[str, dict[str, str]] = {}
# ok: neutral.state/memory-dict
price_store: dict[str, float] = {}
# evidence: neutral.state/memory-dict
sessions = {}
# evidence: neutral.state/memory-dict, neutral.state/conversation-dict
chat_histories: dict[str, list[dict[str, str]]] = defaultdict(list)
# evidence: neutral.state/conversation-dict
_session_map: dict[str, str] = {}
# evidence: neutral.state/conversation-dict
conversation_dict: dict[str, object] = {}
# evidence: neutral.state/mongo-collection
dialogs = db["dialog"]
# ok: neutral.state/mongo-collection
users = db["user"]
# ok: neutral.state/memory-dict, neutral.state/conversation-dict
prices = {}
# ok: neutral.state/memory-dict
client_sessions = {}
# ok: neutral.state/memory-dict
memories = {}


class Desk:
    def __init__(self):
        # evidence: neutral.state/memory-dict, neutral.state/conversation-dict
        self._conversations: dict[str, list[str]] = {}
        # ok: neutral.state/memory-dict
        self.sessions = load()


# evidence: neutral.state/conversation-dict
agents_storage: dict[str, DeskAgent] = {}
# ok: neutral.state/conversation-dict
agents_by_name: dict[str, DeskAgent] = {}
# evidence: neutral.state/conversation-dict, neutral.state/memory-dict
sessions: dict[str, ChatSession] = {}
# ok: neutral.state/conversation-dict
sessions_open: dict[str, Socket] = {}
