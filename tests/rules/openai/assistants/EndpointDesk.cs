using OpenAI;
using OpenAI.Assistants;
using OpenAI.Threads;

public class EndpointDesk
{
    public async Task Ask(Shop shop)
    {
        using var api = new OpenAIClient();
        // evidence: openai.assistants/client-run
        var desk = await api.AssistantsEndpoint.RetrieveAssistantAsync("desk");
        // evidence: openai.assistants/client-thread, openai.assistants/thread-store-sdk
        var thread = await api.ThreadsEndpoint.CreateThreadAsync();
        // evidence: openai.assistants/run-sdk
        var run = await thread.CreateRunAsync(desk);
        // evidence: openai.assistants/client-run-status
        run = await run.WaitForStatusChangeAsync();
        // ok: openai.assistants/client-run, openai.assistants/client-thread
        await api.ChatEndpoint.GetCompletionAsync(null);
    }

    public AssistantCreationOptions Describe() => new("gpt-4o");

    public void Define(AssistantClient client)
    {
        // evidence: openai.assistants/definition-model
        var options = new AssistantCreationOptions("gpt-4o")
        {
            // evidence: openai.assistants/definition-prompt
            Instructions = "Answer questions on claims.",
            // evidence: openai.assistants/definition-tools, openai.assistants/definition-interpreter
            Tools = { new CodeInterpreterToolDefinition() },
        };
        // ok: openai.assistants/definition-model, openai.assistants/definition-prompt, openai.assistants/definition-tools, openai.assistants/definition-interpreter
        var other = new ChatCompletionOptions { Instructions = "Be brief." };
    }
}
