"""The service by plain web request, with an address put together from parts."""

import httpx

BASE = "https://generativelanguage.googleapis.com"
VERSION = "v1beta"
# evidence: other.google_interactions/model-beside-request
MODEL = "gemini-2.5-flash"
# ok: other.google_interactions/model-beside-request
FAMILY = "gemini"


def ask(client: httpx.Client, text: str, previous: str) -> dict:
    # evidence: other.google_interactions/stored-conversation
    body = {"model": MODEL, "input": text, "previous_interaction_id": previous}
    # evidence: other.google_interactions/joined-address
    return client.post(f"/{VERSION}/interactions", json=body).json()


def page(app) -> None:
    # ok: other.google_interactions/joined-address
    app.route("/api/interactions")
