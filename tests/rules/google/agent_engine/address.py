"""A client that is told by a setting which hosted agent to ask."""

import os

# evidence: google.agent_engine/resource-setting
engine_id = os.getenv("AGENT_ENGINE_ID")
# ok: google.agent_engine/resource-setting
region = os.getenv("GOOGLE_CLOUD_LOCATION")
