using Microsoft.SemanticKernel.Agents;

public class Desk(ChatCompletionAgent agent, Other other)
{
    public async Task Ask(string text)
    {
        // evidence: microsoft.agent_framework/agent-asked
        await foreach (var part in agent.InvokeStreamingAsync(text)) Show(part);

        // ok: microsoft.agent_framework/agent-asked
        await other.InvokeAsync(text);
    }
}
