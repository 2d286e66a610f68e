using Microsoft.Agents.AI.Hosting;
using Microsoft.SemanticKernel;

public static class Hosted
{
    public static void Add(WebApplicationBuilder builder)
    {
        // evidence: microsoft.agent_framework/agent
        builder.AddAIAgent("desk", "Answer questions on claims.");
        // ok: microsoft.agent_framework/agent
        builder.Services.AddKernel();
        builder.Services.AddKeyedSingleton("mood", (services, _) =>
        {
            var chatClient = services.GetRequiredService<IChatClient>();
            // evidence: microsoft.agent_framework/agent
            return chatClient.CreateAIAgent(name: "mood", instructions: "Tell the mood.");
        });
        // ok: microsoft.agent_framework/agent
        builder.Services.AddControllers();
    }
}
