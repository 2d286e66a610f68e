using Amazon.CDK;
using Cdklabs.GenerativeAiCdkConstructs.Bedrock;
using Constructs;

public class DeskStack : Stack
{
    internal DeskStack(Construct scope, string id, IStackProps props = null) : base(scope, id, props)
    {
        // evidence: aws.bedrock_agents/knowledge-base
        // ok: aws.bedrock_agents/model-constant
        var papers = new KnowledgeBase(this, "papers", new KnowledgeBaseProps { EmbeddingsModel = BedrockFoundationModel.TITAN_EMBED_TEXT_V1 });
        // ok: aws.bedrock_agents/agent-construct
        var bucket = new Bucket(this, "bucket");
        // evidence: aws.bedrock_agents/agent-construct
        var desk = new Agent(this, "desk", new AgentProps
        {
            // evidence: aws.bedrock_agents/model-constant
            FoundationModel = BedrockFoundationModel.ANTHROPIC_CLAUDE_3_5_SONNET_V1_0,
            // evidence: aws.bedrock_agents/construct-prompt
            Instruction = "You answer questions about claims.",
        });
        // evidence: aws.bedrock_agents/action-group
        desk.AddActionGroup(new AgentActionGroup(this, "actions", new AgentActionGroupProps { Description = "claims" }));
    }
}
