"""Writes a template for an agent of Bedrock and asks it."""

import boto3

runtime = boto3.client("bedrock-agent-runtime")


class Desk:
    # evidence: aws.bedrock_agents/model-beside-call
    def __init__(self, model="anthropic.claude-3-sonnet-20240229-v1:0"):
        self.model = model

    def ask(self, question, traces):
        # ok: aws.bedrock_agents/model-beside-call
        label = "anthropic claims desk"
        # evidence: aws.bedrock_agents/agent-invocation
        return runtime.invoke_inline_agent(
            # evidence: aws.bedrock_agents/session
            sessionId=label,
            foundationModel=self.model,
            # evidence: aws.bedrock_agents/agent-prompt
            instruction="Be brief.",
            inputText=question,
            # evidence: aws.bedrock_agents/trace
            enableTrace=traces,
        )


def template(instruction, groups):
    return {
        "Agent": {
            # evidence: aws.bedrock_agents/typed-agent
            "Type": "AWS::Bedrock::Agent",
            "Properties": {
                # evidence: aws.bedrock_agents/typed-prompt
                "Instruction": instruction,
                # evidence: aws.bedrock_agents/typed-tools
                "ActionGroups": groups,
                # ok: aws.bedrock_agents/typed-prompt, aws.bedrock_agents/typed-tools
                "Description": "claims",
            },
        },
        # ok: aws.bedrock_agents/typed-agent
        "Queue": {"Type": "AWS::SQS::Queue"},
    }
