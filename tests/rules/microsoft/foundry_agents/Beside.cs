namespace Desk;

// `using Azure.AI.Agents.Persistent` stands in GlobalUsings.cs.
public static class Talk
{
    public static async Task Ask(PersistentAgentsClient client, PersistentAgentThread thread, string id, Press press)
    {
        // evidence: microsoft.foundry_agents/agent-run
        ThreadRun run = client.Runs.CreateRun(thread.Id, id);
        do
        {
            run = client.Runs.GetRun(thread.Id, run.Id);
        }
        // evidence: microsoft.foundry_agents/run-status-beside
        while (run.Status == RunStatus.Queued);
        // ok: microsoft.foundry_agents/run-status-beside
        while (press.Status == PressStatus.Queued) { }
    }
}
