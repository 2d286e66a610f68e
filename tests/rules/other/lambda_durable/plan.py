"""Plans a trip in steps that Lambda writes down."""

import boto3
from aws_durable_execution_sdk_python import DurableContext, durable_execution, durable_step
from aws_durable_execution_sdk_python.retries import RetryStrategyConfig

runtime = boto3.client("bedrock-agent-runtime")


@durable_step
def ask(step, city):
    return runtime.invoke_agent(agentId="a", agentAliasId="b", inputText=city)


# evidence: other.lambda_durable/workflow, other.lambda_durable/step-record
@durable_execution
def handler(event, context: DurableContext):
    # ok: other.lambda_durable/workflow, other.lambda_durable/step-retries
    found = context.step(ask(event["city"]))
    # evidence: other.lambda_durable/step-retries
    again = RetryStrategyConfig(max_attempts=3)
    return found, again
