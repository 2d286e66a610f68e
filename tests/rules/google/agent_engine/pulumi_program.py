"""Infrastructure of the claims desk: fixture, never imported."""

import pulumi_gcp as gcp

# evidence: google.agent_engine/infrastructure
desk = gcp.vertex.AiReasoningEngine("desk", display_name="claims", region="europe-west1")
# ok: google.agent_engine/infrastructure
files = gcp.storage.Bucket("files", location="EU")
