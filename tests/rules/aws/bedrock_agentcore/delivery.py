"""Switches on what CloudWatch records of AgentCore, talks to an agent over a socket and runs a command in its session."""

import boto3
from bedrock_agentcore.runtime import AgentCoreRuntimeClient

logs = boto3.client("logs")
xray = boto3.client("xray")
data = boto3.client("bedrock-agentcore")


def switch_on(gateway_arn):
    # evidence: aws.bedrock_agentcore/trace-delivery
    logs.put_delivery_source(name="desk-traces", logType="TRACES", resourceArn=gateway_arn)
    # ok: aws.bedrock_agentcore/trace-delivery
    logs.put_delivery_destination(name="desk", deliveryDestinationType="XRAY")
    # evidence: aws.bedrock_agentcore/trace-delivery
    xray.update_trace_segment_destination(Destination="CloudWatchLogs")


def talk(session):
    # evidence: aws.bedrock_agentcore/runtime-invocation
    client = AgentCoreRuntimeClient(region="eu-west-1")
    # ok: aws.bedrock_agentcore/runtime-invocation
    other = RuntimeClient(region="eu-west-1")
    # evidence: aws.bedrock_agentcore/session-shell
    shown = data.invoke_agent_runtime_command(
        agentRuntimeArn="a",
        # evidence: aws.bedrock_agentcore/runtime-session
        runtimeSessionId=session,
        body={"command": "ls"},
    )
    # ok: aws.bedrock_agentcore/session-shell
    data.run_command(body={"command": "ls"})
    return client, other, shown
