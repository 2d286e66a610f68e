using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

// evidence: microsoft.agent_framework/history-store
public sealed class TableHistory(Store store) : ChatHistoryProvider
{
    public object Read(string id) => store.Load(id);
}

public sealed class OtherHistory : HistoryProviderBase { }

public static class Desk
{
    // evidence: microsoft.agent_framework/agent
    public static AIAgent Make(IChatClient client, TableHistory kept) => new ChatClientAgent(client,
        // evidence: microsoft.agent_framework/history-store
        new ChatClientAgentOptions { Name = "desk", ChatHistoryProvider = kept });
}
