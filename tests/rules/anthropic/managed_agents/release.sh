# evidence: anthropic.managed_agents/agent-script
curl -sS -X POST "https://api.anthropic.com/v1/agents" -d @agent.json
# evidence: anthropic.managed_agents/agent-script
ant apply agents/desk.md
# evidence: anthropic.managed_agents/agent-script
AGENT=$(ant beta:agents create --transform id < triage.agent.yaml)
# ok: anthropic.managed_agents/agent-script, anthropic.managed_agents/session-script
important apply: ants carry it to the desk
# evidence: anthropic.managed_agents/session-script
curl "https://api.anthropic.com/v1/sessions?status=running"
# evidence: anthropic.managed_agents/session-script
curl -X POST "$API/sessions/$SID/events" -d @message.json
# ok: anthropic.managed_agents/session-script
curl "https://claims.example/sessions"
# evidence: anthropic.managed_agents/environment-script
ant beta:environments create < environment.yaml
# ok: anthropic.managed_agents/environment-script
ls claims/environments
# evidence: anthropic.managed_agents/vault-script
curl "https://api.anthropic.com/v1/vaults/$VAULT/credentials"
# ok: anthropic.managed_agents/vault-script
cat claims/vaults
# evidence: anthropic.managed_agents/script-model
MODEL="claude-sonnet-4-6"
# ok: anthropic.managed_agents/script-model
echo "claude-managed"
