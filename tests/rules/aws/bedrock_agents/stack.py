"""CDK declaration of an agent."""

from aws_cdk import Stack
from aws_cdk import aws_bedrock
from aws_cdk import aws_iam as iam
from cdklabs.generative_ai_cdk_constructs import bedrock


class Parts(Stack):
    def __init__(self, scope, name):
        super().__init__(scope, name)
        # evidence: aws.bedrock_agents/knowledge-base
        base = bedrock.KnowledgeBase(self, "Manuals", embeddings_model=None)
        # evidence: aws.bedrock_agents/agent-construct
        agent = bedrock.Agent(
            self,
            "Parts",
            # evidence: aws.bedrock_agents/agent-model, aws.bedrock_agents/model-constant
            foundation_model=bedrock.BedrockFoundationModel.AMAZON_NOVA_PRO_V1,
            # evidence: aws.bedrock_agents/construct-prompt
            instruction="Answer questions about parts.",
        )
        # evidence: aws.bedrock_agents/action-group
        group = bedrock.AgentActionGroup(name="lookup")
        # ok: aws.bedrock_agents/agent-construct, aws.bedrock_agents/construct-prompt, aws.bedrock_agents/action-group
        # evidence: aws.bedrock_agents/guardrail
        guard = bedrock.Guardrail(self, "Guard", instruction="none")
        # evidence: aws.bedrock_agents/agent-construct, aws.bedrock_agents/construct-prompt
        plain = aws_bedrock.CfnAgent(self, "Plain", agent_name="plain", instruction="Answer.")
        # evidence: aws.bedrock_agents/agent-construct, aws.bedrock_agents/action-group, aws.bedrock_agents/session-lifetime
        short = aws_bedrock.CfnAgent(self, "Short", action_groups=[], idle_session_ttl_in_seconds=300)
        # evidence: aws.bedrock_agents/agent-permission
        iam.PolicyStatement(actions=["bedrock:InvokeAgent"], resources=["*"])
        # ok: aws.bedrock_agents/agent-permission
        iam.PolicyStatement(actions=["bedrock:InvokeModel"], resources=["*"])
        # evidence: aws.bedrock_agents/agent-arn
        self.known = "arn:aws:bedrock:eu-central-1:123456789012:agent-alias/ABCDEFGHIJ/KLMNOPQRST"
        # ok: aws.bedrock_agents/agent-arn
        self.model = "arn:aws:bedrock:eu-central-1::foundation-model/amazon.nova-pro-v1:0"
        return base, agent, group, guard, plain
