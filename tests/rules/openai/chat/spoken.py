"""A spoken conversation over a socket."""

import json


async def start(socket, tools: list[dict[str, object]]) -> None:
    # evidence: openai.chat/realtime-tools
    await socket.send(json.dumps({"type": "session.update", "session": {"tools": tools}}))
    # ok: openai.chat/realtime-tools
    await socket.send(json.dumps({"type": "session.updated"}))


def handle(event: dict[str, str]) -> None:
    # evidence: openai.chat/realtime-tools
    if event["type"] == "response.function_call_arguments.done":
        run(event)
