"""A tool of a Bedrock agent that keeps values in the session."""


def handler(event, context):
    # ok: aws.bedrock_agents/session-attributes
    session_attributes = event["sessionAttributes"]
    # evidence: aws.bedrock_agents/session-attributes
    session_attributes["claim"] = "7"
    return {
        "messageVersion": "1.0",
        # evidence: aws.bedrock_agents/action-group-handler
        "response": {"actionGroup": "claims"},
        # ok: aws.bedrock_agents/session-attributes
        "sessionAttributes": session_attributes,
        # evidence: aws.bedrock_agents/session-attributes
        "promptSessionAttributes": {"day": "Monday"},
    }
