"""Models behind a gateway."""

from portkey_ai import Portkey

from shop import Portkey as Yard


class Desk:
    def __init__(self, key: str) -> None:
        # evidence: other.portkey/gateway
        self.client = Portkey(api_key=key)
        # ok: other.portkey/gateway
        self.yard = Yard(api_key=key)

    def step(self, messages, tools):
        # evidence: other.portkey/own-agent-call
        answer = self.client.chat.completions.create(model="claude", messages=messages, tools=tools)
        # ok: other.portkey/own-agent-call
        plain = self.client.chat.completions.create(model="claude", messages=messages)
        return answer, plain
