using OpenAI;
using OpenAI.Responses;
using OpenAI.VectorStores;

namespace Example;

public sealed class Tools(OpenAIClient openai)
{
    public async Task RunAsync(string text, Shelf shelf)
    {
        ResponsesClient client = openai.GetResponsesClient();
        // evidence: openai.responses/own-loop-sdk
        CreateResponseOptions options = new CreateResponseOptions
        {
            Tools =
            {
                // evidence: openai.responses/hosted-tool-sdk
                ResponseTool.CreateFunctionTool("lookup", null, true),
                // evidence: openai.responses/hosted-tool-sdk, openai.responses/hosted-container-sdk
                ResponseTool.CreateCodeInterpreterTool(null),
            },
        };
        var later = new CreateResponseOptions
        {
            // evidence: openai.responses/background-run-sdk
            BackgroundModeEnabled = true,
        };
        await client.CreateResponseAsync(options);
        ResponseResult answer = await client.GetResponseAsync(text);
        // evidence: openai.responses/usage-fields-sdk
        shelf.Add(answer.Usage.OutputTokenDetails.ReasoningTokenCount);
        // ok: openai.responses/usage-fields-sdk
        shelf.Add(shelf.ReasoningTokenCount);
        VectorStoreClient stores = openai.GetVectorStoreClient();
        // evidence: openai.responses/vector-store-sdk
        await stores.CreateVectorStoreAsync();
        // ok: openai.responses/own-loop-sdk, openai.responses/background-run-sdk
        var plain = new CreateResponseOptions { StoredOutputEnabled = false };
        // ok: openai.responses/vector-store-sdk
        await shelf.CreateVectorStoreAsync();
    }
}
