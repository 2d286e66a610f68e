"""An agent loop of its own on Azure OpenAI."""

from openai import AzureOpenAI

client = AzureOpenAI(azure_endpoint=endpoint, api_version=version)


def run(messages, tools, last):
    # evidence: microsoft.azure_openai/own-loop
    answer = client.chat.completions.create(
        # evidence: microsoft.azure_openai/model-id
        model="gpt-4o",
        messages=messages,
        tools=tools,
        # evidence: microsoft.azure_openai/stored-completion
        store=True,
    )
    # ok: microsoft.azure_openai/own-loop, microsoft.azure_openai/model-id, microsoft.azure_openai/stored-completion
    title = client.chat.completions.create(model=DEPLOYMENT, messages=messages, store=False)
    # evidence: microsoft.azure_openai/stored-completion
    client.responses.create(model=DEPLOYMENT, previous_response_id=last, input="go on")
    # evidence: microsoft.azure_openai/hosted-search
    client.chat.completions.create(model=DEPLOYMENT, messages=messages, extra_body={"data_sources": []})
    # ok: microsoft.azure_openai/hosted-search
    client.chat.completions.create(model=DEPLOYMENT, messages=messages, extra_body={"seed": 1})
    # evidence: microsoft.azure_openai/content-filter
    if error.body["innererror"]["code"] == "ResponsibleAIPolicyViolation":
        return None
    # ok: microsoft.azure_openai/content-filter
    return answer, title, "PolicyViolation"
