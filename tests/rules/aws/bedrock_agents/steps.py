"""Decides the next step of an agent on Bedrock."""


def handler(event, context):
    state = event["state"]
    # evidence: aws.bedrock_agents/custom-orchestrator
    if state == "MODEL_INVOKED":
        return {"actionEvent": "INVOKE_TOOL"}
    # ok: aws.bedrock_agents/custom-orchestrator
    if state == "START":
        return {"actionEvent": "INVOKE_MODEL"}
    return {"actionEvent": "FINISH"}
