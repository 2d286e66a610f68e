using Amazon.BedrockAgent;
using Amazon.BedrockAgent.Model;

namespace Example;

public sealed class Control(IAmazonBedrockAgent agents)
{
    public async Task RunAsync(Shop shop)
    {
        // evidence: aws.bedrock_agents/agent-definition-sdk
        await agents.CreateAgentAsync(new CreateAgentRequest
        {
            AgentName = "desk",
            // evidence: aws.bedrock_agents/agent-prompt-sdk
            Instruction = "Answer claims.",
        });
        // ok: aws.bedrock_agents/agent-definition-sdk
        await shop.CreateAgentAsync("desk");
    }
}
