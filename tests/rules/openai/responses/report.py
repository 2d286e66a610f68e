"""What was used up, as the vendor counts it."""

import httpx

# evidence: openai.responses/usage-report
costs = httpx.get("https://api.openai.com/v1/organization/costs?start_time=1")
# ok: openai.responses/usage-report
members = httpx.get("https://api.openai.com/v1/organization/projects")
