const { CopilotStudioClient, ConnectionSettings } = require("@microsoft/copilotstudio-client");

async function ask(token, text) {
  const settings = new ConnectionSettings({ environmentId: "claims" });
  // evidence: microsoft.copilot_studio/api-scope
  const scope = CopilotStudioClient.scopeFromSettings(settings);
  // evidence: microsoft.copilot_studio/agent-client
  const client = new CopilotStudioClient(settings, await token(scope));
  // evidence: microsoft.copilot_studio/conversation
  const opened = await client.startConversationAsync(true);
  // evidence: microsoft.copilot_studio/conversation
  const answers = await client.askQuestionAsync(text, opened.conversation.id);
  // ok: microsoft.copilot_studio/conversation
  return answers.find((one) => one.text);
}

module.exports = { ask };
