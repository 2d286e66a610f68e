#!/bin/sh
# evidence: google.agent_engine/deploy-command
adk deploy agent_engine --project="$PROJECT" --region=us-central1 claims
# ok: google.agent_engine/deploy-command
adk deploy cloud_run --project="$PROJECT" claims
# evidence: google.agent_engine/session-address
adk web --session_service_uri=agentengine://projects/1/locations/l/reasoningEngines/2
# ok: google.agent_engine/session-address
adk web --session_service_uri=postgresql://db/claims
