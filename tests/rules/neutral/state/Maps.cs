using Microsoft.Bot.Builder;
using MongoDB.Driver;

public class Maps
{
    // evidence: neutral.state/typed-memory-map
    private static readonly ConcurrentDictionary<string, KernelProcess?> conversations = new();
    // evidence: neutral.state/typed-memory-map
    private readonly Dictionary<Guid, List<ChatMessage>> _open = [];
    // ok: neutral.state/typed-memory-map
    private readonly ConcurrentDictionary<string, WebSocket> conversationsOpen = new();
    // evidence: neutral.state/typed-memory-map
    private static readonly Dictionary<string, ConversationMapping> _byLiveChatId = new();
    // ok: neutral.state/typed-memory-map
    private readonly Dictionary<string, ConversationReference> _toBeTold = new();
    // ok: neutral.state/typed-memory-map
    private readonly Dictionary<string, decimal> _prices = new();
    // evidence: neutral.state/typed-session-map
    private readonly ConcurrentDictionary<string, string> _threadIds = new();
    // ok: neutral.state/typed-session-map
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _sessions = new();
    // evidence: neutral.state/grain-state
    private readonly IPersistentState<ChatState> _chat;
    // ok: neutral.state/grain-state
    private readonly IPersistentState<Stock> _stock;
    // evidence: neutral.state/mongo-collection
    private readonly IMongoCollection<ChatSession> _kept;
    // ok: neutral.state/mongo-collection
    private readonly IMongoCollection<Order> _orders;

    public void Add(IServiceCollection services)
    {
        // evidence: neutral.state/bot-state
        services.AddSingleton<Microsoft.Agents.Storage.IStorage, Microsoft.Agents.Storage.MemoryStorage>();
        // ok: neutral.state/bot-state
        services.AddSingleton<IStorage, DiskStorage>();
        // evidence: neutral.state/bot-state
        services.AddSingleton<IStorage>(new MemoryStorage());
        // ok: neutral.state/bot-state
        services.AddSingleton<IShelf>(new Shelf());
    }

    public static void Count(this Microsoft.Agents.Builder.State.ConversationState state, Ledger ledger)
    {
        // evidence: neutral.state/bot-state
        state.SetValue("count", 12);
        // ok: neutral.state/bot-state
        ledger.SetValue("count", 12);
    }

    public async Task Keep(Microsoft.Agents.Storage.IStorage shelf, Disk disk, Microsoft.Agents.Builder.State.ITurnState turn)
    {
        // evidence: neutral.state/bot-state
        await shelf.WriteAsync(new Dictionary<string, object> { ["map"] = this });
        // ok: neutral.state/bot-state
        await disk.WriteAsync("map");
        // evidence: neutral.state/bot-state
        turn.Conversation.SetValue("claim", 12);
    }
}
