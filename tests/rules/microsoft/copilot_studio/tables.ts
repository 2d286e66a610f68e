// An agent is copied through Dataverse.
async function copy(client: Client, base: string, id: string) {
  // evidence: microsoft.copilot_studio/component-request
  const parts = await client.get(`${base}/botcomponents?$filter=componenttype eq 9`);
  // ok: microsoft.copilot_studio/component-request
  const accounts = await client.get(`${base}/accounts?$filter=name eq 'botcomponents'`);
  // evidence: microsoft.copilot_studio/component-request
  await client.patch(`${base}/botcomponents(${id})`, parts.data);
}
