"""Hands an inline agent of Bedrock everything in one piece."""


def ask(client, wanted):
    # evidence: aws.bedrock_agents/agent-invocation, aws.bedrock_agents/session, aws.bedrock_agents/agent-prompt
    return client.invoke_inline_agent(**wanted)


def look(client, wanted):
    # ok: aws.bedrock_agents/agent-invocation, aws.bedrock_agents/session, aws.bedrock_agents/agent-prompt
    return client.list_agents(**wanted)
