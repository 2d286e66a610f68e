using Microsoft.EntityFrameworkCore;
using Microsoft.Azure.Cosmos;

public class Store : DbContext
{
    // evidence: neutral.state/session-set
    public DbSet<ChatSession> Sessions => Set<ChatSession>();
    // ok: neutral.state/session-set
    public DbSet<Invoice> Invoices => Set<Invoice>();

    public async Task Keep(IDistributedCache cache, CosmosClient cosmos, string id, string text)
    {
        // evidence: neutral.state/session-cache
        await cache.SetStringAsync($"chat:{id}", text);
        // ok: neutral.state/session-cache
        await cache.SetStringAsync($"price:{id}", text);
        // evidence: neutral.state/session-table
        var kept = cosmos.GetContainer("app", "conversations");
        // ok: neutral.state/session-table
        var sold = cosmos.GetContainer("app", "orders");
    }
}
