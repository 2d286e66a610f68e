"""Calls a Dify server whose address is a setting."""

import os

import httpx

base = os.environ["DIFY_BASE_URL"]
# evidence: other.dify/own-server-call
answer = httpx.post(f"{base}/workflows/run", json={"inputs": {}})
# ok: other.dify/own-server-call
files = httpx.post(f"{base}/files/upload")
