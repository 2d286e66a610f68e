using System.Threading.Tasks;
using System.Text.Json;
using OpenAI.Chat;

public class Again
{
    private int retryCount;

    public async Task<Answer> Ask(ChatClient client, string question)
    {
        var said = await client.CompleteChatAsync(question);
        try
        {
            return JsonSerializer.Deserialize<Answer>(said.Value.Content[0].Text);
        }
        catch (JsonException)
        {
            if (this.retryCount > 2) throw;
            // evidence: neutral.retry/retry-counter
            this.retryCount++;
            return await Ask(client, "Please keep to the format.");
        }
    }

    // ok: neutral.retry/retry-counter
    public int Left() => 3 - this.retryCount;
}
