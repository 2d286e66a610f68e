"""Answer of a tool function, in the form Bedrock asks for."""


def answer(event, text):
    # evidence: aws.bedrock_agents/action-group-handler
    return {"response": {"actionGroup": event["actionGroup"], "functionResponse": {"responseBody": {"TEXT": {"body": text}}}}}


def plain(event, text):
    # ok: aws.bedrock_agents/action-group-handler
    return {"group": event["group"], "text": text}
