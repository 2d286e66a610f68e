"""Answers a tool call of an agent on Bedrock with an action group that is named elsewhere."""

GROUP = "orders"


def answer(status, body):
    return {
        "response": {
            # evidence: aws.bedrock_agents/action-group-handler
            "actionGroup": GROUP,
            # ok: aws.bedrock_agents/action-group-handler
            "httpStatusCode": status,
            "responseBody": body,
        }
    }
