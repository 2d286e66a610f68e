using OpenAI.Interfaces;
using OpenAI.ObjectModels.RequestModels;

public class ClientDesk
{
    public async Task Ask(IOpenAIService sdk, Shop shop)
    {
        var made = await sdk.Beta.Assistants.AssistantCreate(new AssistantCreateRequest // evidence: openai.assistants/client-run
        {
            // evidence: openai.assistants/definition-prompt
            Instructions = "Answer questions on claims.",
            // evidence: openai.assistants/definition-tools, openai.assistants/definition-interpreter
            Tools = new() { ToolDefinition.DefineCodeInterpreter() },
        });
        // evidence: openai.assistants/client-thread
        var thread = await sdk.Beta.Threads.ThreadCreate();
        // evidence: openai.assistants/client-run
        var run = await sdk.Beta.Runs.RunCreate(thread.Id, new RunCreateRequest { AssistantId = made.Id });
        // evidence: openai.assistants/client-run-status
        run = await sdk.Beta.Runs.RunRetrieve(thread.Id, run.Id);
        // evidence: openai.assistants/client-tool-outputs
        await sdk.Beta.Runs.RunSubmitToolOutputs(thread.Id, run.Id, null);
        // ok: openai.assistants/client-thread, openai.assistants/client-run
        await sdk.ChatCompletion.CreateCompletion(null);
        // ok: openai.assistants/client-run
        await shop.Runs.RunCreate(thread.Id);
    }
}
