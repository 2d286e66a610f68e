using Microsoft.Agents.CopilotStudio.Client;

// evidence: microsoft.copilot_studio/agent-client
var client = new CopilotClient(settings, factory, logger, "acme");
// evidence: microsoft.copilot_studio/conversation, microsoft.copilot_studio/agent-client
await foreach (var activity in client.StartConversationAsync(true)) { }

// evidence: microsoft.copilot_studio/api-scope
var scope = CopilotClient.ScopeFromSettings(settings);
