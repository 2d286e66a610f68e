using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Agents;
using Microsoft.SemanticKernel.ChatCompletion;

public class Desk
{
    // evidence: microsoft.agent_framework/history-list
    private readonly ChatHistory _kept;
    private readonly ChatCompletionAgent _agent;

    public Desk(Kernel kernel)
    {
        _kept = [];
        _agent = new() { Name = "desk", Kernel = kernel };
    }

    // ok: microsoft.agent_framework/history-list
    public ChatHistory Read() => _kept;
}
