using Microsoft.AspNetCore.Mvc;

public class ThreadsController : ControllerBase
{
    // ok: openai.assistants/joined-thread-path
    public void Map(WebApplication app) => app.MapPost("/v1/threads", Create);

    public Task<string> Send(HttpClient http, string text)
    {
        // evidence: openai.assistants/joined-thread-path
        return http.GetStringAsync("/v1/threads");
    }
}
