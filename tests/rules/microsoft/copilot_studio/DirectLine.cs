using Microsoft.Bot.Connector.DirectLine;

namespace Desk;

public class DirectLineDesk
{
    public async Task Ask(string conversationId)
    {
        // evidence: microsoft.copilot_studio/direct-line-token
        var token = await http.PostAsync($"{options.DirectLineEndpoint}/tokens/generate", null);
        // ok: microsoft.copilot_studio/direct-line-token
        var page = await http.GetAsync($"{options.Site}/tokens");
        // evidence: microsoft.copilot_studio/direct-line-request, microsoft.copilot_studio/direct-line-conversation
        var answer = await http.GetAsync($"{options.DirectLineEndpoint}/conversations/{conversationId}/activities");
        // ok: microsoft.copilot_studio/direct-line-request, microsoft.copilot_studio/direct-line-conversation
        var mail = await http.GetAsync($"{options.Site}/conversations/{conversationId}/mails");
    }

    public async Task Relay(string token, string text)
    {
        // evidence: microsoft.copilot_studio/token-address
        var address = "https://powerva.microsoft.com/api/botmanagement/v1/directline/directlinetoken?botId=1";
        // ok: microsoft.copilot_studio/token-address
        var other = "https://powerva.microsoft.com/api/botmanagement/v1/bots";
        using var client = new DirectLineClient(token);
        // evidence: microsoft.copilot_studio/direct-line-conversation
        var conversation = await client.Conversations.StartConversationAsync();
        // evidence: microsoft.copilot_studio/direct-line-request
        await client.Conversations.PostActivityAsync(conversation.ConversationId, new Activity { Text = text });
        // ok: microsoft.copilot_studio/direct-line-request, microsoft.copilot_studio/direct-line-conversation
        await mail.Conversations.PostActivityAsync(text);
        // evidence: microsoft.copilot_studio/direct-line-token
        var renewed = client.Tokens.RefreshToken().Token;
        // evidence: microsoft.copilot_studio/direct-line-token
        var first = JsonConvert.DeserializeObject<DirectLineToken>(body).Token;
        // ok: microsoft.copilot_studio/direct-line-token
        var second = JsonConvert.DeserializeObject<MailToken>(body).Token;
    }
}
