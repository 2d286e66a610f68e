using OpenAI;
using OpenAI.Assistants;

public class Desk
{
    public async Task Run(OpenAIClient openai, Shop shop)
    {
        AssistantClient client = openai.GetAssistantClient();
        // evidence: openai.assistants/run-sdk
        Assistant assistant = await client.CreateAssistantAsync("gpt-4o");
        // evidence: openai.assistants/thread-store-sdk
        AssistantThread thread = await client.CreateThreadAsync();
        // evidence: openai.assistants/run-sdk
        await client.CreateRunAsync(thread.Id, assistant.Id);
        // evidence: openai.assistants/run-polling-sdk
        ThreadRun run = await client.GetRunAsync(thread.Id, "run");
        // ok: openai.assistants/run-polling-sdk
        await shop.Runs().GetRunAsync(thread.Id, "run");
        // ok: openai.assistants/thread-store-sdk, openai.assistants/run-sdk
        await shop.Runs().CreateRunAsync(thread.Id);
    }
}
