"""A tool of a Bedrock agent that writes no version of the message."""


def handler(event, context):
    # evidence: aws.bedrock_agents/action-group-handler
    action = event['actionGroup']
    # ok: aws.bedrock_agents/action-group-handler
    path = event["path"]
    return {"body": f"{action}{path}"}
