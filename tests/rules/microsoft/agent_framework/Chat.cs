using Microsoft.Extensions.AI;

public class Chat
{
    private readonly IChatClient _client;
    private readonly ChatOptions _options;

    public Chat(IChatClient client, Desk desk)
    {
        _client = client;
        _options = new()
        {
            // evidence: microsoft.agent_framework/tool
            Tools = [AIFunctionFactory.Create(desk.Find)],
        };
    }

    public async Task Ask(string text)
    {
        // evidence: microsoft.agent_framework/agent-asked
        var answer = await _client.GetResponseAsync(text, _options);
        // ok: microsoft.agent_framework/agent-asked
        await _desk.GetReportAsync(answer.Text);
    }
}
