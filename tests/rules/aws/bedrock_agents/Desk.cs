// An agent and its documents, declared with the CDK in C#.
using Amazon.CDK;
using Amazon.CDK.AwsBedrock;

namespace Desk;

internal sealed class DeskStack : Stack
{
    internal DeskStack(string text)
    {
        // evidence: aws.bedrock_agents/agent-construct
        var agent = new CfnAgent(this, "Claims", new CfnAgentProps
        {
            AgentName = "claims",
            // evidence: aws.bedrock_agents/construct-prompt
            Instruction = text,
            // evidence: aws.bedrock_agents/agent-model
            FoundationModel = Models.Small,
            ActionGroups = new[]
            {
                // evidence: aws.bedrock_agents/action-group
                new CfnAgent.AgentActionGroupProperty { ActionGroupName = "claims" },
            },
        });
        // evidence: aws.bedrock_agents/knowledge-base
        var manuals = new CfnKnowledgeBase(this, "Manuals", new CfnKnowledgeBaseProps { Name = "manuals" });
        // ok: aws.bedrock_agents/construct-prompt, aws.bedrock_agents/knowledge-base, aws.bedrock_agents/agent-construct
        var queue = new CfnQueue(this, "Claims", new CfnQueueProps { Instruction = text });
    }
}
