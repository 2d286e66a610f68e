"""A ready-made agent of Google's library: fixture, never imported."""

from vertexai import agent_engines

agent = agent_engines.LanggraphAgent(
    # evidence: google.gemini/model-id
    model="gemini-2.0-flash",
    # ok: google.gemini/model-id
    tools=["gemini-embedding-001"],
)
