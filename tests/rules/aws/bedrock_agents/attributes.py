"""A tool of a Bedrock agent that keeps values in the session."""


def handler(event, context):
    # evidence: aws.bedrock_agents/session-attributes
    kept = event.get("sessionAttributes", {})
    # ok: aws.bedrock_agents/session-attributes
    attributes = event.get("attributes", {})
    return {
        "messageVersion": "1.0",
        # evidence: aws.bedrock_agents/action-group-handler
        "response": {"actionGroup": "claims"},
        # evidence: aws.bedrock_agents/session-attributes
        "sessionAttributes": {**kept, **attributes},
    }
