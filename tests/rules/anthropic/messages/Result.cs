using Anthropic.SDK.Messaging;

class Result
{
    object Back(string id, string text) =>
        // evidence: anthropic.messages/own-loop-result
        new ToolResultContent { ToolUseId = id, Content = text };

    object Other(string id) =>
        // ok: anthropic.messages/own-loop-result
        new ShopResult { Id = id };
}
