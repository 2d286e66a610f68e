#!/bin/sh
# evidence: microsoft.foundry_agents/model-script
AZURE_AI_MODEL_DEPLOYMENT_NAME="${AZURE_AI_MODEL_DEPLOYMENT_NAME:-gpt-4.1-mini}"
# ok: microsoft.foundry_agents/model-script
RESOURCE_GROUP="gpt-4o-group"
python3 - <<'END'
# evidence: microsoft.foundry_agents/deploy-command
definition = ImageBasedHostedAgentDefinition(
    image=image,
)
# ok: microsoft.foundry_agents/deploy-command
other = OwnAgentDefinition(
    image=image,
)
END
