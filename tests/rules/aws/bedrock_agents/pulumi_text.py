"""The text and the model of an agent in a Pulumi program."""

import pulumi_aws as aws

# evidence: aws.bedrock_agents/pulumi-agent
claims = aws.bedrock.AgentAgent(
    "claims",
    # evidence: aws.bedrock_agents/pulumi-prompt
    instruction="Answer questions about claims.",
    # evidence: aws.bedrock_agents/pulumi-model, aws.bedrock_agents/model-setting
    foundation_model="amazon.nova-pro-v1:0",
    # evidence: aws.bedrock_agents/guardrail
    guardrail_configurations=[{"guardrail_identifier": "gr-1"}],
)
# evidence: aws.bedrock_agents/pulumi-prompt
greeting = aws.bedrock.AgentPrompt("greeting")
# ok: aws.bedrock_agents/pulumi-prompt, aws.bedrock_agents/pulumi-model
# evidence: aws.bedrock_agents/model-setting
profile = aws.bedrock.InferenceProfile("claims", foundation_model="amazon.nova-pro-v1:0", instruction="none")
