using Amazon.BedrockAgentRuntime;
using Amazon.BedrockAgentRuntime.Model;

public class Ask
{
    private readonly AmazonBedrockAgentRuntimeClient _client = new();

    public async Task Run(string id)
    {
        // evidence: aws.bedrock_agents/agent-invocation-sdk
        await _client.InvokeAgentAsync(new InvokeAgentRequest
        {
            AgentId = "ABCDEFGHIJ",
            // evidence: aws.bedrock_agents/session-sdk
            SessionId = id,
        });
        // ok: aws.bedrock_agents/agent-invocation-sdk
        await shop.Go().InvokeAgentAsync(id);
    }
}
