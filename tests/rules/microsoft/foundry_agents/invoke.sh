#!/usr/bin/env bash
# evidence: microsoft.foundry_agents/invoke-command
azd ai agent invoke "$PROMPT" --output raw
# evidence: microsoft.foundry_agents/invoke-command
if "$azd_command" ai agent invoke "$PROMPT"; then
  exit 0
fi
# ok: microsoft.foundry_agents/invoke-command
az ai agents list
# evidence: microsoft.foundry_agents/deploy-command
azd ai agent show
# ok: microsoft.foundry_agents/deploy-command, microsoft.foundry_agents/invoke-command
azd provision
# evidence: microsoft.foundry_agents/rest-script
curl -X POST "https://desk.services.ai.azure.com/api/projects/claims/agents?api-version=2025-11-15-preview" \
  -d '{
    "definition": {
      "kind": "prompt",
      # evidence: microsoft.foundry_agents/model-script
      "model": "gpt-4.1-mini",
      # evidence: microsoft.foundry_agents/rest-script-prompt
      "instructions": "Answer questions on claims."
    }
  }'
# ok: microsoft.foundry_agents/rest-script-prompt, microsoft.foundry_agents/model-script
echo "See the instructions for the model: gpt-4.1-mini is named there."
# evidence: microsoft.foundry_agents/rest-script-thread
curl -X POST "https://desk.services.ai.azure.com/api/projects/claims/openai/conversations?api-version=2025-11-15-preview" -d '{}'
# evidence: microsoft.foundry_agents/rest-script
body='{"agent": {"type": "agent_reference", "name": "claims"}, "input": "Hello"}'
