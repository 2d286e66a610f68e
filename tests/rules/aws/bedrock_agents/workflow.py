"""A Step Functions workflow of the CDK that asks an agent and searches a knowledge base."""

from aws_cdk import aws_stepfunctions_tasks as tasks


def steps(scope):
    ask = tasks.CallAwsService(
        scope,
        "Ask",
        service="bedrockagentruntime",
        # evidence: aws.bedrock_agents/workflow-task
        action="invokeAgent",
        iam_resources=["*"],
    )
    fill = tasks.CallAwsService(
        scope,
        "Fill",
        service="bedrockagent",
        # evidence: aws.bedrock_agents/workflow-search
        action="startIngestionJob",
        iam_resources=["*"],
    )
    # bedrockagentruntime is not used here.
    store = tasks.CallAwsService(
        scope,
        "Store",
        service="s3",
        # ok: aws.bedrock_agents/workflow-task, aws.bedrock_agents/workflow-search
        action="putObject",
        iam_resources=["*"],
    )
    return ask, fill, store
