export function begin(socket: WebSocket, desk: Desk) {
  // ok: openai.chat/realtime-tools, openai.chat/realtime-tool-list
  socket.send(JSON.stringify({ type: "session.update", session: { instructions: desk.words } }));
  const update = {
    type: "session.update",
    session: {
      // evidence: openai.chat/realtime-tool-list
      tools: [{ type: "function", name: "find" }],
      // ok: openai.chat/realtime-tool-list
      instructions: desk.words,
    },
  };
  socket.send(JSON.stringify(update));
}
