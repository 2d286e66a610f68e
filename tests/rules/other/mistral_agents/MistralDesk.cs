public sealed class MistralDesk(HttpClient http, string root)
{
    // evidence: other.mistral_agents/client-address
    public Task Make(object body) => Post("/v1/agents", body);

    // evidence: other.mistral_agents/client-address, other.mistral_agents/client-store
    public Task Ask(string id, object body) => Post($"/v1/conversations/{id}", body);

    // ok: other.mistral_agents/client-address, other.mistral_agents/client-store
    public Task Models() => Post("/v1/models", null);

    // evidence: other.mistral_agents/client-model
    public string Model => "mistral-medium-latest";

    // ok: other.mistral_agents/client-model
    public string Older => "mistral";

    private Task Post(string path, object? body) => http.PostAsync($"{root}{path}", Json(body));
}
