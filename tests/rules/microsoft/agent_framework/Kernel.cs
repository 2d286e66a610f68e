using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Agents;

public static class Desk
{
    public static void Run()
    {
        // evidence: microsoft.agent_framework/tool
        var reverse = KernelFunctionFactory.CreateFromMethod(Reverse);
        // evidence: microsoft.agent_framework/tool
        var mail = KernelPluginFactory.CreateFromType<Mail>();
        // ok: microsoft.agent_framework/tool
        var shelf = ShelfFactory.CreateFromType<Mail>();
        // evidence: microsoft.agent_framework/history-store
        ChatHistoryAgentThread thread = new();
    }
}
