"""A client of Foundry's threads and runs written with plain web calls."""

import os

import httpx

PROJECT_ENDPOINT = os.environ["FOUNDRY_PROJECT_ENDPOINT"]
VERSION = "2025-05-01"


class Desk:
    def __init__(self, token: str) -> None:
        self.base = PROJECT_ENDPOINT
        self.web = httpx.Client(headers={"Authorization": f"Bearer {token}"}, params={"api-version": VERSION})

    def call(self, method: str, path: str, body=None):
        return self.web.request(method, f"{self.base}{path}", json=body).json()

    def open(self) -> str:
        # evidence: microsoft.foundry_agents/rest-thread
        return self.web.post(f"{self.base}/threads", json={}).json()["id"]

    def ask(self, thread: str, text: str) -> str:
        # evidence: microsoft.foundry_agents/rest-thread
        self.call("POST", f"/threads/{thread}/messages", {"role": "user", "content": text})
        # evidence: microsoft.foundry_agents/rest-run
        return self.call("POST", f"/threads/{thread}/runs", {"assistant_id": os.environ["DESK"]})["id"]

    def status(self, thread: str, run: str) -> str:
        # evidence: microsoft.foundry_agents/rest-run-status
        return self.call("GET", f"/threads/{thread}/runs/{run}")["status"]

    def answer(self, thread: str, run: str, outputs) -> None:
        # evidence: microsoft.foundry_agents/rest-tool-outputs
        self.call("POST", f"/threads/{thread}/runs/{run}/submit_tool_outputs", {"tool_outputs": outputs})

    def steps(self, thread: str, run: str):
        # evidence: microsoft.foundry_agents/rest-run-steps
        return self.call("GET", f"/threads/{thread}/runs/{run}/steps")["data"]

    def hire(self, name: str):
        # evidence: microsoft.foundry_agents/rest-run
        return self.web.post(f"{self.base}/assistants", json={"name": name, "model": os.environ["MODEL"]})

    def comments(self, org: str, repo: str, pull: int):
        # ok: microsoft.foundry_agents/rest-thread, microsoft.foundry_agents/rest-run
        return self.web.get(f"https://dev.azure.com/{org}/_apis/git/repositories/{repo}/pullRequests/{pull}/threads?api-version=7.1")

    def builds(self, org: str, pipeline: int):
        # ok: microsoft.foundry_agents/rest-run, microsoft.foundry_agents/rest-run-status
        return self.web.get(f"https://dev.azure.com/{org}/_apis/pipelines/{pipeline}/runs?api-version=7.1")


def routes(app) -> None:
    # ok: microsoft.foundry_agents/rest-thread
    @app.get("/threads/{thread_id}/messages")
    def messages(thread_id: str): ...

    # ok: microsoft.foundry_agents/rest-run
    @app.post("/threads/{thread_id}/runs")
    def start(thread_id: str): ...

    # ok: microsoft.foundry_agents/rest-run-status
    @app.get("/runs/{run_id}")
    def run(run_id: str): ...

    # ok: microsoft.foundry_agents/rest-tool-outputs
    @app.post("/runs/{run_id}/tool_outputs")
    def tools(run_id: str): ...

    # ok: microsoft.foundry_agents/rest-run-steps
    @app.get("/runs/{run_id}/steps")
    def seen(run_id: str): ...


def helper(call) -> None:
    # evidence: microsoft.foundry_agents/rest-helper-agent
    call("POST", "/assistants", {"name": "desk"})
    # evidence: microsoft.foundry_agents/rest-helper-thread
    call("POST", "/threads", {})


def served(app) -> None:
    # ok: microsoft.foundry_agents/rest-helper-agent
    @app.get("/assistants")
    def assistants(): ...

    # ok: microsoft.foundry_agents/rest-helper-thread
    @app.get("/threads")
    def threads(): ...
