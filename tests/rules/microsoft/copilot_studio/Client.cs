using Microsoft.Agents.CopilotStudio.Client;

// missed: microsoft.copilot_studio/agent-client
var client = new CopilotClient(settings, factory, logger, "acme");
// missed: microsoft.copilot_studio/conversation
await foreach (var activity in client.StartConversationAsync(true)) { }
