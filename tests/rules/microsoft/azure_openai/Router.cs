using Azure.AI.OpenAI;

namespace Acme;

public static class Router
{
    // evidence: microsoft.azure_openai/model-router
    public static object Routed(AzureOpenAIClient client) => client.GetChatClient("model-router");

    // ok: microsoft.azure_openai/model-router
    public static object Fixed(AzureOpenAIClient client) => client.GetChatClient("desk");
}
