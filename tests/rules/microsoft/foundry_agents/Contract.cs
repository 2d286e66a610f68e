namespace Shop;

public record ChatRequest
{
    // evidence: microsoft.foundry_agents/response-id-contract
    public string? PreviousResponseId { get; init; }
    // ok: microsoft.foundry_agents/response-id-contract
    public string? PreviousOrderId { get; init; }
}
