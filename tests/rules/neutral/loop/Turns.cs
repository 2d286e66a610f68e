class Turns
{
    async Task<string> Ask(string text)
    {
        // evidence: neutral.loop/rounds, neutral.loop/tool-loop
        for (var round = 0; round < options.MaxRounds; round++)
        {
            var answer = await client.GetResponseAsync(messages);
            messages.AddRange(answer.Messages);
            foreach (var call in answer.ToolCalls)
            {
                messages.Add(await Run(call));
            }
        }
        // ok: neutral.loop/rounds, neutral.loop/tool-loop
        for (var page = 0; page < options.MaxPages; page++)
        {
            pages.Add(await client.GetPageAsync(page));
        }
        return "";
    }
}
