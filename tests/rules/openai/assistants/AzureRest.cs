using System.Net.Http;

class AzureRest
{
    HttpRequestMessage Open() =>
        // evidence: openai.assistants/rest-thread
        new HttpRequestMessage(HttpMethod.Post, $"{_endpoint}/threads?api-version=2024-05-01-preview");

    HttpRequestMessage Say(string thread) =>
        // evidence: openai.assistants/rest-thread
        new HttpRequestMessage(HttpMethod.Post, $"{_endpoint}/threads/{thread}/messages?api-version=2024-05-01-preview");

    HttpRequestMessage Other(string order) =>
        // ok: openai.assistants/rest-thread
        new HttpRequestMessage(HttpMethod.Post, $"{_endpoint}/orders/{order}/messages?api-version=2024-05-01-preview");
}
