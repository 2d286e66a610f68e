"""The interface of assistants on Azure, called with plain web requests."""

import os

import requests

ENDPOINT = os.environ["AZURE_OPENAI_ENDPOINT"]
VERSION = "2024-05-01-preview"
HEADERS = {"api-key": os.environ["AZURE_OPENAI_KEY"]}


def hire(name: str) -> str:
    # evidence: openai.assistants/rest-path
    return requests.post(f"{ENDPOINT}/openai/assistants?api-version={VERSION}", headers=HEADERS, json={"name": name}).json()["id"]


def ask(thread: str, text: str, assistant: str) -> str:
    # evidence: openai.assistants/rest-thread
    requests.post(f"{ENDPOINT}/openai/threads/{thread}/messages?api-version={VERSION}", headers=HEADERS, json={"content": text})
    # evidence: openai.assistants/rest-path
    run = requests.post(f"https://{ENDPOINT}/openai/threads/{thread}/runs?api-version={VERSION}", json={"assistant_id": assistant})
    # evidence: openai.assistants/rest-run-status
    return requests.get(f"{ENDPOINT}/openai/threads/{thread}/runs/{run.json()['id']}?api-version={VERSION}").json()["status"]


def answer(thread: str, run: str, outputs) -> None:
    # evidence: openai.assistants/rest-tool-outputs
    requests.post(f"{ENDPOINT}/openai/threads/{thread}/runs/{run}/submit_tool_outputs?api-version={VERSION}", json=outputs)


def complete(text: str):
    # ok: openai.assistants/rest-path, openai.assistants/rest-thread, openai.assistants/rest-run-status
    return requests.post(f"{ENDPOINT}/openai/deployments/desk/chat/completions?api-version={VERSION}", json={"messages": [text]})


# ok: openai.assistants/rest-path
GUIDE = "https://learn.microsoft.com/azure/ai-services/openai/assistants"


def own(app) -> None:
    # ok: openai.assistants/rest-tool-outputs
    @app.post("/runs/{run_id}/submit_tool_outputs")
    def outputs(run_id: str): ...
