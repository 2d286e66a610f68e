using Microsoft.Extensions.AI;

namespace Desk;

public sealed class Loop(IChatClient client, IList<AIFunction> tools)
{
    // evidence: microsoft.agent_framework/history-list
    private readonly List<ChatMessage> _messages = [];
    // ok: microsoft.agent_framework/history-list
    private readonly List<Invoice> _invoices = [];

    public async Task<string> Ask(string text)
    {
        _messages.Add(new ChatMessage(ChatRole.User, text));
        for (var step = 0; step < 8; step++)
        {
            var answer = await client.GetResponseAsync(_messages);
            foreach (var call in answer.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>())
            {
                var result = await Run(call);
                // evidence: microsoft.agent_framework/own-loop
                _messages.Add(new ChatMessage(ChatRole.Tool, [new FunctionResultContent(call.CallId, result)]));
            }
        }
        return "";
    }

    public static IChatClient Built(IChatClient inner) =>
        // evidence: microsoft.agent_framework/own-loop
        new ChatClientBuilder(inner).UseFunctionInvocation().Build();

    // ok: microsoft.agent_framework/own-loop
    public static IChatClient Plain(IChatClient inner) => new ChatClientBuilder(inner).UseLogging().Build();
}

// evidence: microsoft.agent_framework/tool
public sealed class Lookup : AIFunction
{
}
