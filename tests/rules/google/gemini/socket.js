// evidence: google.gemini/model-setting
const MODEL = "gemini-3.1-flash-live-preview";

function open(socket, tools) {
  socket.send(JSON.stringify({
    setup: {
      model: MODEL,
      // evidence: google.gemini/tool-schema-script
      tools: [{ functionDeclarations: tools }],
    },
  }));
}

// ok: google.gemini/tool-schema-script
function read({ functionDeclarations }) {
  // ok: google.gemini/tool-schema-script
  return functionDeclarations.map((one) => one.name);
}
