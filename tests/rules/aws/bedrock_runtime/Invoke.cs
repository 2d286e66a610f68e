using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;

namespace Example;

public sealed class Invoke(IAmazonBedrockRuntime client)
{
    public async Task RunAsync()
    {
        var request = new InvokeModelRequest();
        // evidence: aws.bedrock_runtime/model-id, aws.bedrock_runtime/model-id-sdk
        request.ModelId = "anthropic.claude-v2";
        // ok: aws.bedrock_runtime/model-id-sdk
        request.Accept = "application/json";
        // ok: aws.bedrock_runtime/model-id-sdk
        request.ModelId = "amazon.titan-embed-text-v1";
        await client.InvokeModelAsync(request);
    }
}
