using Azure.AI.Projects;

// evidence: microsoft.foundry_agents/agent-definition
var agent = await projectClient.GetAIAgentAsync(name: "claims");
// evidence: microsoft.foundry_agents/agent-reference
var responses = projectClient.OpenAI.GetProjectResponsesClientForAgent(reference, conversationId);
// evidence: microsoft.foundry_agents/conversation-store
var conversation = await projectClient.OpenAI.Conversations.CreateProjectConversationAsync(options);
// evidence: microsoft.foundry_agents/previous-response-set
options.PreviousResponseId = previous;
// evidence: microsoft.foundry_agents/tool-approval
options.InputItems.Add(ResponseItem.CreateMcpApprovalResponseItem(id, true));
// ok: microsoft.foundry_agents/previous-response-set
if (options.PreviousResponseId == previous) { } // evidence: microsoft.foundry_agents/previous-response
// evidence: microsoft.foundry_agents/connection
var search = projectClient.Connections.GetConnection("search");
// evidence: microsoft.foundry_agents/connection
var known = new AIProjectClient(address, credential).GetConnectionsClient();
// ok: microsoft.foundry_agents/connection
var database = pool.GetConnection("claims");
