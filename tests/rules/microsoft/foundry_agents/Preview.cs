using Azure.AI.Projects;
using Azure.AI.Agents.Persistent;

class Desk(AgentsClient agents, MailClient mail)
{
    async Task Ask(string text)
    {
        // evidence: microsoft.foundry_agents/thread-store
        var thread = (await agents.CreateThreadAsync()).Value;
        // evidence: microsoft.foundry_agents/thread-store
        await agents.CreateMessageAsync(thread.Id, MessageRole.User, text);
        // evidence: microsoft.foundry_agents/agent-run
        var run = (await agents.CreateRunAsync(thread.Id, AgentId)).Value;
        // evidence: microsoft.foundry_agents/run-status
        while (run.Status == RunStatus.InProgress) { }
        // ok: microsoft.foundry_agents/thread-store
        await Post(text);
    }
}
