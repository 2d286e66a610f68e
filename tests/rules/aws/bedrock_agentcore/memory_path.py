"""Calls AgentCore Memory by the path of its address."""


def keep(base, memory, actor, session):
    # evidence: aws.bedrock_agentcore/memory-path
    events = base + f"/notes/memories/{memory}/events"
    # evidence: aws.bedrock_agentcore/memory-path
    past = f"/memories/{memory}/actor/{actor}/sessions/{session}"
    # ok: aws.bedrock_agentcore/memory-path
    page = "/memories/new"
    return events, past, page
