using Azure.AI.Agents.Persistent;
using Microsoft.Agents.AI;

class Derived : BaseDesk
{
    async Task<string> Ask(string text)
    {
        var agent = await MakeAsync();
        // evidence: microsoft.foundry_agents/wrapper-thread-beside
        var thread = agent.GetNewThread();
        // ok: microsoft.foundry_agents/wrapper-thread-beside
        return await agent.RunAsync(text, thread);
    }
}
