"""Makes a flow with a client that is handed in."""


def make(client, name, role, steps):
    # evidence: aws.bedrock_flows/flow-definition
    flow = client.create_flow(name=name, executionRoleArn=role, definition=steps)
    # evidence: aws.bedrock_flows/flow-definition
    client.create_flow_version(flowIdentifier=flow["id"])
    # ok: aws.bedrock_flows/flow-definition
    client.create_page(name=name, executionRoleArn=role)
