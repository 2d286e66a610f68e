using Azure.AI.Agents.Persistent;
using Microsoft.Agents.AI;
using Microsoft.SemanticKernel.Agents.AzureAI;

class Wrapper
{
    async Task Run(PersistentAgentsClient client, PersistentAgent definition, AIAgent local)
    {
        // evidence: microsoft.foundry_agents/wrapper-class
        AzureAIAgent kernelAgent = new(definition, client);
        // evidence: microsoft.foundry_agents/wrapper-thread
        AzureAIAgentThread kernelThread = new(client);
        // evidence: microsoft.foundry_agents/agent-definition, microsoft.foundry_agents/agent-prompt
        var agent = await client.CreateAIAgentAsync(model: "small", name: "Desk", instructions: "Answer.");
        // evidence: microsoft.foundry_agents/wrapper-thread, microsoft.foundry_agents/wrapper-thread-beside
        var thread = agent.GetNewThread();
        // evidence: microsoft.foundry_agents/wrapper-thread-beside
        // ok: microsoft.foundry_agents/wrapper-thread
        var own = local.GetNewThread();
    }
}
