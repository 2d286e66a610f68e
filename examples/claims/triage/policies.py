"""Reads policies from Northmoor's own service, with Northmoor's own retries."""

import os

import httpx
from tenacity import retry, stop_after_attempt, wait_exponential


@retry(stop=stop_after_attempt(4), wait=wait_exponential(multiplier=0.5, max=8))
def look_up(policy_number: str) -> str:
    """The policy as text; the company decides how often to try."""
    response = httpx.get(f"{os.environ['POLICY_SERVICE']}/policies/{policy_number}", timeout=5.0)
    response.raise_for_status()
    return response.text
