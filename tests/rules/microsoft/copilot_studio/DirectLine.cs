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
}
