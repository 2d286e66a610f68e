using System.Net.Http;

namespace Acme;

public sealed class RestDesk(HttpClient web, IConfiguration settings)
{
    private readonly string _endpoint = settings["ProjectEndpoint"]!;

    public async Task<string> AskAsync(string thread, string text)
    {
        // evidence: microsoft.foundry_agents/rest-thread, microsoft.foundry_agents/rest-address
        await web.PostAsync($"{_endpoint.TrimEnd('/')}/threads/{thread}/messages?api-version=v1", Json(text));
        // evidence: microsoft.foundry_agents/rest-run, microsoft.foundry_agents/rest-address
        var run = await web.PostAsync(_endpoint + "/threads/" + thread + "/runs?api-version=2025-05-01", Json("{}"));
        // evidence: microsoft.foundry_agents/rest-run-status, microsoft.foundry_agents/rest-address
        return await web.GetStringAsync($"{_endpoint}/threads/{thread}/runs/{run}?api-version=v1");
    }

    public static void Map(WebApplication app)
    {
        // ok: microsoft.foundry_agents/rest-thread
        app.MapGet("/threads/{thread}/messages", (string thread) => thread);
        // ok: microsoft.foundry_agents/rest-run
        app.MapPost("/threads/{thread}/runs", (string thread) => thread);
    }
}
