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
        // evidence: microsoft.foundry_agents/agent-definition
        var agent = await client.CreateAIAgentAsync(model: "small", name: "Desk");
        // evidence: microsoft.foundry_agents/wrapper-thread
        var thread = agent.GetNewThread();
        // ok: microsoft.foundry_agents/wrapper-thread
        var own = local.GetNewThread();
    }
}
