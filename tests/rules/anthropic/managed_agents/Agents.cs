using Anthropic;
using Anthropic.Models.Beta.Agents;

namespace Example;

public sealed class Agents
{
    private readonly AnthropicClient _client = new AnthropicClient();

    public async Task RunAsync(Shop shop)
    {
        // evidence: anthropic.managed_agents/session-run-sdk
        await _client.Beta.Agents.Create(new AgentCreateParams
        {
            Name = "desk",
            // evidence: anthropic.managed_agents/agent-prompt-sdk
            System = "Answer claims.",
        });
        // evidence: anthropic.managed_agents/environment-sdk
        await _client.Beta.Environments.Create(null);
        // evidence: anthropic.managed_agents/memory-store-sdk
        await _client.Beta.MemoryStores.Create(null);
        // evidence: anthropic.managed_agents/event-history-sdk
        await _client.Beta.Sessions.Events.List("s");
        // ok: anthropic.managed_agents/environment-sdk, anthropic.managed_agents/memory-store-sdk
        await shop.Beta.Environments.Create(null);
    }
}
