using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;

namespace Example;

public sealed class Loop(IAmazonBedrockRuntime client)
{
    public async Task RunAsync(List<Message> history, ToolConfiguration tools)
    {
        // evidence: aws.bedrock_runtime/own-loop
        await client.ConverseAsync(new ConverseRequest { Messages = history, ToolConfig = tools });
        // ok: aws.bedrock_runtime/own-loop
        await client.ConverseAsync(new ConverseRequest { Messages = history });
    }
}
