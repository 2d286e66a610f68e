using OpenAI.Chat;

namespace Example;

public sealed class Loop(ChatClient client)
{
    public async Task RunAsync(List<ChatMessage> history, ChatTool lookup)
    {
        // evidence: openai.chat/own-loop
        var options = new ChatCompletionOptions { Tools = { lookup } };
        await client.CompleteChatAsync(history, options);
        // ok: openai.chat/own-loop
        var plain = new ChatCompletionOptions { Temperature = 0.1f };
    }
}
