#!/bin/sh
# evidence: microsoft.foundry_agents/model-script
AZURE_AI_MODEL_DEPLOYMENT_NAME="${AZURE_AI_MODEL_DEPLOYMENT_NAME:-gpt-4.1-mini}"
# ok: microsoft.foundry_agents/model-script
RESOURCE_GROUP="gpt-4o-group"
