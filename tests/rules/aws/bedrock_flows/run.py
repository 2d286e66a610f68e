"""Runs a flow and looks at what it did."""

import boto3

runtime = boto3.client("bedrock-agent-runtime")
control = boto3.client("bedrock-agent")
# evidence: aws.bedrock_flows/flow-definition
control.create_flow(name="claims", executionRoleArn="r")
steps = {"nodes": [{"configuration": {"prompt": {"sourceConfiguration": {"inline": {"templateConfiguration": {"text": {"text": "Sum up."}}}}}}}]}
# evidence: aws.bedrock_flows/flow-prompt, aws.bedrock_flows/flow-definition
control.update_flow(flowIdentifier="F", name="claims", executionRoleArn="r", definition=steps)
# evidence: aws.bedrock_flows/flow-definition
# ok: aws.bedrock_flows/flow-prompt
control.update_flow(flowIdentifier="F", name="claims", executionRoleArn="r", definition={"nodes": []})
# ok: aws.bedrock_flows/flow-definition
google.create_credentials(name="claims")
# evidence: aws.bedrock_flows/flow-invocation
answer = runtime.invoke_flow(
    flowIdentifier="F",
    flowAliasIdentifier="A",
    # evidence: aws.bedrock_flows/execution-id
    executionId="e",
)
# ok: aws.bedrock_flows/flow-invocation, aws.bedrock_flows/execution-id
runtime.retrieve(knowledgeBaseId="K")
for event in answer["responseStream"]:
    # evidence: aws.bedrock_flows/trace-fields
    trace = event["flowTraceEvent"]
    # ok: aws.bedrock_flows/trace-fields
    text = event["flowOutputEvent"]
    # evidence: aws.bedrock_flows/trace-fields
    if event["flowCompletionEvent"]["completionReason"] == "SUCCESS":
        break
# evidence: aws.bedrock_flows/execution-wait
runtime.get_flow_execution(flowIdentifier="F", flowAliasIdentifier="A")
# ok: aws.bedrock_flows/execution-wait, aws.bedrock_flows/execution-events
runtime.list_sessions()
# evidence: aws.bedrock_flows/execution-events
steps = runtime.list_flow_execution_events(
    flowIdentifier="F",
    # evidence: aws.bedrock_flows/execution-id
    executionIdentifier="e",
)
# evidence: aws.bedrock_flows/permission
allowed = ["bedrock:InvokeFlow"]
# ok: aws.bedrock_flows/permission
other = ["bedrock:InvokeModel"]
# evidence: aws.bedrock_flows/flow-invocation
shown = runtime.invoke_flow(
    flowIdentifier="F",
    flowAliasIdentifier="A",
    # evidence: aws.bedrock_flows/trace-fields
    enableTrace=True,
)
