"""Memories of an agent of one's own lie at Google; the agent does not run there."""

import os

from google.adk.memory import VertexAiMemoryBankService

# ok: google.agent_engine/resource-setting
number = os.environ.get("GOOGLE_CLOUD_AGENT_ENGINE_ID", "")
# evidence: google.agent_engine/memory-bank
memories = VertexAiMemoryBankService(agent_engine_id=number)
