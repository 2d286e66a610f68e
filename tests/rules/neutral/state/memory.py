"""Conversations in the memory of the program."""


class Desk:
    def __init__(self) -> None:
        # evidence: neutral.state/conversation-dict, neutral.state/memory-dict
        self._conversations: dict[str, list[str]] = {}
        # ok: neutral.state/conversation-dict
        self._invoices: dict[str, str] = {}


# evidence: neutral.state/conversation-type
class DiskMemory(BaseMemory):
    pass


# ok: neutral.state/conversation-type
class SharedMemory(Block):
    pass
