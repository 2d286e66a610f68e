"""Tool function of an action group."""


def handler(event, context):
    # evidence: aws.bedrock_agents/action-group-handler
    group = event["actionGroup"]
    # ok: aws.bedrock_agents/action-group-handler
    name = event["function"]
    if failed(name):
        # evidence: aws.bedrock_agents/failure-answer
        return {"messageVersion": "1.0", "response": {"functionResponse": {"responseState": "REPROMPT"}}}
    # ok: aws.bedrock_agents/failure-answer
    # evidence: aws.bedrock_agents/action-group-handler
    return {"messageVersion": "1.0", "response": {"actionGroup": group, "functionResponse": {"responseState": "DONE"}}}


def returned(event):
    # evidence: aws.bedrock_agents/action-group-handler
    asked = event["invocationInputs"][0]["functionInvocationInput"]
    # ok: aws.bedrock_agents/action-group-handler
    return asked["function"]
