using Newtonsoft.Json;

namespace Desk;

// evidence: neutral.state/session-set
public class ConversationDocument
{
    [JsonProperty("id")]
    public required string Id { get; set; }
}

// evidence: neutral.state/session-set
public sealed record ChatMessageEntity(string Id, string Text);

// ok: neutral.state/session-set
public class InvoiceDocument
{
    public required string Id { get; set; }
}

public sealed class Threads(Cache<string, AgentThread> kept)
{
    // evidence: neutral.state/typed-memory-map
    private readonly ExpCache<string, AgentThread> _threads = kept;

    // ok: neutral.state/typed-memory-map
    private readonly ExpCache<string, Price> _prices = new();
}
