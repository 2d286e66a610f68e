"""Tools of a screen agent, kept apart from its loop."""

from typing import Literal

from anthropic import Anthropic
from anthropic.types.beta import BetaToolUnionParam


class Screen:
    # evidence: anthropic.messages/tool-schema
    kind: Literal["screen"] = "computer_20250124"
    # ok: anthropic.messages/tool-schema
    release = "computer_2025"

    def ask(self, client: Anthropic, messages: list, tools: list[BetaToolUnionParam]):
        # evidence: anthropic.messages/own-loop
        answer = client.beta.messages.with_raw_response.create(messages=messages, tools=tools)
        # ok: anthropic.messages/own-loop
        return self.box.messages.with_raw_response.create(messages=messages)
