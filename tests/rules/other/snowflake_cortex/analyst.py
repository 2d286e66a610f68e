import requests


def ask(host, messages):
    # evidence: other.snowflake_cortex/agent-call
    return requests.post(f"https://{host}/api/v2/cortex/analyst/message", json={"messages": messages})


def rate(host, body):
    # ok: other.snowflake_cortex/agent-call
    return requests.post(f"https://{host}/api/v2/cortex/analyst/feedback", json=body)
