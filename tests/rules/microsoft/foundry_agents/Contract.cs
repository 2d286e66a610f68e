namespace Shop;

public record ChatRequest
{
    // evidence: microsoft.foundry_agents/response-id-contract
    public string? PreviousResponseId { get; init; }
    // ok: microsoft.foundry_agents/response-id-contract
    public string? PreviousOrderId { get; init; }
    // evidence: microsoft.foundry_agents/conversation-id-contract
    public string? ConversationId { get; init; }
    // ok: microsoft.foundry_agents/conversation-id-contract
    public string? ConversationTitle { get; init; }
}

public class TalkDocument
{
    // ok: microsoft.foundry_agents/thread-column
    public required string Id { get; set; }
    // evidence: microsoft.foundry_agents/thread-column
    public string? FoundryConversationId { get; set; }
}
