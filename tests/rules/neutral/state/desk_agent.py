"""Conversations that are lists of the company's own."""

# evidence: neutral.state/history-list
chat_history = []
# ok: neutral.state/history-list
price_history = []


class Desk:
    def __init__(self):
        # evidence: neutral.state/agent-list, neutral.state/history-list
        self.messages: list[dict] = []
        # evidence: neutral.state/agent-list
        self.memory = ConversationMemory(limit=9)
        # ok: neutral.state/agent-list
        self.memory_limit = Limit(9)
        # ok: neutral.state/agent-list, neutral.state/history-list
        self.parts = []
        # ok: neutral.state/agent-list, neutral.state/history-list
        self.messages_sent = len(self.messages)
