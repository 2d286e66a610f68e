using Azure.AI.VoiceLive;

namespace Desk;

public class Voice
{
    public static void Join(System.Collections.Specialized.NameValueCollection query, string agent, string project)
    {
        // ok: microsoft.foundry_agents/voice-agent
        query["agent-id"] = agent;
        // evidence: microsoft.foundry_agents/voice-agent
        query["agent-project-name"] = project;
    }

    public static VoiceLiveFunctionDefinition Look()
    {
        // evidence: microsoft.foundry_agents/tool-settings
        return new VoiceLiveFunctionDefinition("look_up_order");
    }

    // evidence: microsoft.foundry_agents/agent-model
    public static string Model => "gpt-4o";
}
