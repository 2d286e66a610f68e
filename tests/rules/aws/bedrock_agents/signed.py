"""Asks an agent by its web address, with a request signed by hand."""

import json

from botocore.auth import SigV4Auth


def ask(post, region, agent, alias, session, question):
    # evidence: aws.bedrock_agents/web-address, aws.bedrock_agents/session-address
    url = f"https://bedrock-agent-runtime.{region}.amazonaws.com/agents/{agent}/agentAliases/{alias}/sessions/{session}/text"
    body = {
        "inputText": question,
        # evidence: aws.bedrock_agents/trace-asked-for
        "enableTrace": True,
        # ok: aws.bedrock_agents/trace-asked-for
        "endSession": False,
    }
    return post(url, SigV4Auth, json.dumps(body))


def listed(region, agent):
    # ok: aws.bedrock_agents/web-address, aws.bedrock_agents/session-address
    return f"https://bedrock-agent.{region}.amazonaws.com/agents/{agent}/agentaliases/"


def told(intent_request, user):
    # ok: aws.bedrock_agents/session-attributes
    intent_request["sessionState"]["sessionAttributes"]["user"] = user
