"""Stores at OpenAI by joined addresses."""

import httpx

BASE_URL = "https://api.openai.com/v1"


def files_of(store: str):
    # evidence: openai.responses/joined-store
    return httpx.get(f"{BASE_URL}/vector_stores/{store}/files")


def route(app):
    # ok: openai.responses/joined-store
    return app.get("/vector_stores/{store}/files")
