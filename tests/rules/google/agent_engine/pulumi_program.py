"""Infrastructure of the claims desk: fixture, never imported."""

import json

import pulumi_gcp as gcp

# evidence: google.agent_engine/infrastructure
desk = gcp.vertex.AiReasoningEngine("desk", display_name="claims", region="europe-west1")
# ok: google.agent_engine/infrastructure
files = gcp.storage.Bucket("files", location="EU")

quiz = gcp.vertex.AiReasoningEngine(  # evidence: google.agent_engine/infrastructure
    "quiz",
    spec={
        # evidence: google.agent_engine/package-specification
        "source_code_spec": {
            # evidence: google.agent_engine/declared-agent
            "agent_config_source": {
                # evidence: google.agent_engine/declared-model
                "adk_config": {"json_config": json.dumps({"name": "quiz", "model": "gemini-2.5-flash"})},
            },
        },
        # ok: google.agent_engine/declared-agent
        "deployment_spec": {"min_instances": 0},
    },
)
