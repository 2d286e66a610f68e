// A desk that talks to its Letta server without the vendor's library.
export async function ask(server, agentId, text) {
  const headers = server.getApiHeaders();
  // evidence: other.letta/raw-run
  const made = await server.api.post("/agents", { name: "claims" }, { headers });
  // evidence: other.letta/raw-run
  await server.api.patch(`/agents/${agentId}`, { system: text }, { headers });
  // evidence: other.letta/raw-run
  const reply = await server.api.post(`/agents/${agentId}/messages/stream`, { messages: [text] }, { headers });
  // evidence: other.letta/raw-memory
  await server.api.get(`/agents/${agentId}/archival-memory`, { headers });
  // evidence: other.letta/raw-memory
  await server.api.patch(`/agents/${agentId}/core-memory/blocks/attach/${made.id}`, {}, { headers });
  // evidence: other.letta/raw-block
  await server.api.get(`/blocks/${made.id}`, { headers });
  // evidence: other.letta/raw-tool
  await server.api.patch(`/agents/${agentId}/tools/attach/${reply.id}`, {}, { headers });
  // evidence: other.letta/raw-tool
  await server.api.post(`/tools/mcp/servers/${reply.server}/${reply.tool}`, {}, { headers });
  // ok: other.letta/raw-run, other.letta/raw-block, other.letta/raw-tool, other.letta/raw-memory
  await server.api.get(`/agents/${agentId}/notes`, { headers });
  // ok: other.letta/raw-run
  await server.api.post("/agents/import", made, { headers });
  // ok: other.letta/raw-block
  return server.api.get(`/blocks/${made.id}/pages`);
}
