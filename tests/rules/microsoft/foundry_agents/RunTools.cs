using Azure.AI.Agents.Persistent;

namespace Acme;

public static class RunTools
{
    // evidence: microsoft.foundry_agents/hosted-tool
    public static MCPToolResource Of(string user) => new MCPToolResource("claims", new Dictionary<string, string> { { "x-user", user } });

    // ok: microsoft.foundry_agents/hosted-tool
    public static object Own(string user) => new OwnToolResource("claims", user);
}
