$made = Invoke-PacCommand -Arguments @(
  # evidence: microsoft.copilot_studio/publish-command
  "copilot", "create",
  "--environment", $EnvironmentId
)
# evidence: microsoft.copilot_studio/connection-script
Invoke-RestMethod -Uri "$OrgUrl/api/data/v9.2/connectionreferences" -Method Post -Body $body
# ok: microsoft.copilot_studio/connection-script, microsoft.copilot_studio/publish-command
Invoke-RestMethod -Uri "$OrgUrl/api/data/v9.2/solutions" -Method Post -Body $body
