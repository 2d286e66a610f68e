using Microsoft.Extensions.AI;

public class Assistant(IChatClient client)
{
    public async Task<string> Ask(List<ChatMessage> messages)
    {
        // evidence: microsoft.agent_framework/own-loop
        var options = new ChatOptions { Temperature = 0, Tools = [search] };
        // ok: microsoft.agent_framework/own-loop
        var plain = new ChatOptions { Temperature = 0 };
        return (await client.GetResponseAsync(messages, options)).Text;
    }
}
