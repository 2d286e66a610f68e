"""Alerts of a search product, which have groups of actions as well."""


def read(alert: dict) -> str:
    # ok: aws.bedrock_agents/action-group-handler
    return alert.get("actionGroup")
