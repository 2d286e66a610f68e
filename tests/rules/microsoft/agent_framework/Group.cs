using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Agents.Orchestration.GroupChat;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Desk;

// evidence: microsoft.agent_framework/graph
public sealed class Chair : RoundRobinGroupChatManager
{
}

// evidence: microsoft.agent_framework/graph
public sealed class Check : KernelProcessStep<CheckState>
{
}

// ok: microsoft.agent_framework/graph
public sealed class Stock : StockManager
{
}

public static class Talk
{
    public static async Task Run(Kernel kernel)
    {
        // evidence: microsoft.agent_framework/agent
        var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };
        // evidence: microsoft.agent_framework/history-list
        ChatHistory history = [];
        // ok: microsoft.agent_framework/history-list
        string[] words = [];
        // evidence: microsoft.agent_framework/tool
        kernel.Plugins.AddFromFunctions("desk", [Reverse]);
        // evidence: microsoft.agent_framework/tool
        var plugin = kernel.ImportPluginFromFunctions("more", [Reverse]);
    }
}
