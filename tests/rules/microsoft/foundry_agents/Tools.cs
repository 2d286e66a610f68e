using Azure.AI.Projects;
using OpenAI.Responses;

namespace Acme;

public static class Tools
{
    // evidence: microsoft.foundry_agents/hosted-tool-responses
    public static object Server() => ResponseTool.CreateMcpTool("claims", new Uri("https://example.com/mcp"));

    public static object Files(string store)
    {
        // evidence: microsoft.foundry_agents/hosted-tool-responses
        FileSearchTool files = new([store]);
        // ok: microsoft.foundry_agents/hosted-tool-responses
        FileSearchNotes notes = new([store]);
        return files;
    }

    // ok: microsoft.foundry_agents/hosted-tool-responses
    public static object Own() => OwnTool.Create("claims");
}
