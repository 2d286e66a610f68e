using OpenAI.Responses;

class Desk2
{
    async Task Ask(OpenAIResponseClient client, string text, string last)
    {
        // evidence: openai.responses/own-loop-sdk
        var answer = await client.CreateResponseAsync(text, new()
        {
            // evidence: openai.responses/kept-history-sdk
            PreviousResponseId = last,
            Tools = { Status },
        });
        // ok: openai.responses/kept-history-sdk, openai.responses/own-loop-sdk
        await client.CreateResponseAsync(text, new() { Instructions = "Sort claims." });
    }
}
