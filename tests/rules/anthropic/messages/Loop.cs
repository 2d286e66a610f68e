using Anthropic;
using Anthropic.Models.Messages;

namespace Example;

public sealed class Loop(AnthropicClient client)
{
    public async Task RunAsync(List<MessageParam> history, List<ToolUnion> tools)
    {
        // evidence: anthropic.messages/own-loop
        var parameters = new MessageCreateParams
        {
            MaxTokens = 1024,
            Messages = history,
            // evidence: anthropic.messages/model-constant
            Model = Model.ClaudeSonnet5,
            Tools = tools,
        };
        await client.Messages.Create(parameters);
        Message answer = await client.Messages.Create(parameters);
        // evidence: anthropic.messages/usage-fields-sdk
        Ledger.Add(answer.Usage.CacheReadInputTokens);
        // ok: anthropic.messages/usage-fields-sdk
        Ledger.Add(Ledger.CacheReadInputTokens);
        // ok: anthropic.messages/own-loop
        var plain = new MessageCreateParams { MaxTokens = 1024, Messages = history };
    }
}
