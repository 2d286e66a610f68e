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
