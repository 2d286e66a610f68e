"""A conversation as a class beside the calls of models."""


class Convo:
    def __init__(self) -> None:
        # evidence: neutral.state/agent-list, neutral.state/history-list
        self.messages = []
        # ok: neutral.state/agent-list
        self.parts = []
