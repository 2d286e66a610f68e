# evidence: microsoft.foundry_agents/rest-script
$answer = Invoke-RestMethod -Uri "$ProjectEndpoint/agents?api-version=2025-11-15-preview"
# ok: microsoft.foundry_agents/rest-script
$pools = Invoke-RestMethod -Uri "https://dev.azure.com/acme/_apis/agents?api-version=7.1"
# evidence: microsoft.foundry_agents/stored-agent-id
azd env set AI_AGENT_ID $answer.data[0].name
# ok: microsoft.foundry_agents/stored-agent-id
Write-Host "To use another: azd env set AI_AGENT_ID $name"
# evidence: microsoft.foundry_agents/deploy-command
azd ai agent deploy
# ok: microsoft.foundry_agents/deploy-command
azd deploy
# evidence: microsoft.foundry_agents/portal-runbook
Write-Host "No agents found. Create one at https://ai.azure.com"
# ok: microsoft.foundry_agents/portal-runbook
$token = az account get-access-token --resource 'https://ai.azure.com'
# evidence: microsoft.foundry_agents/rest-script-thread, microsoft.foundry_agents/rest-script
$thread = Invoke-RestMethod -Method Post -Uri "$ProjectEndpoint/threads?api-version=2025-05-01"
# evidence: microsoft.foundry_agents/rest-script-thread
Invoke-RestMethod -Method Post -Uri "$ProjectEndpoint/threads/$id/messages?api-version=2025-05-01"
# ok: microsoft.foundry_agents/rest-script-thread
$notes = Invoke-RestMethod -Uri "https://dev.azure.com/acme/_apis/git/pullRequests/7/threads?api-version=7.1"
