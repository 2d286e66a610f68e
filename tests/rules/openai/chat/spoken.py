"""A spoken conversation over a socket."""

import json


async def start(socket, tools: list[dict[str, object]]) -> None:
    # evidence: openai.chat/realtime-tools
    await socket.send(json.dumps({"type": "session.update", "session": {"tools": tools}}))
    # ok: openai.chat/realtime-tools
    await socket.send(json.dumps({"type": "session.updated"}))


async def start_by_library(client, tools: list[dict[str, object]], notes: dict[str, str]) -> None:
    async with client.realtime.connect(model="spoken") as connection:
        # evidence: openai.chat/realtime-tools
        await connection.session.update(session={"tools": tools})
        # ok: openai.chat/realtime-tools
        connection.session.update(notes)


def handle(event: dict[str, str]) -> None:
    # evidence: openai.chat/realtime-tools
    if event["type"] == "response.function_call_arguments.done":
        run(event)
