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
# evidence: anthropic.managed_agents/session-script, anthropic.managed_agents/agent-script
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
# evidence: anthropic.managed_agents/agent-script
ant_curl POST /agents -d @agent.json
# ok: anthropic.managed_agents/agent-script, anthropic.managed_agents/session-script
claims_curl POST /agents-on-holiday -d @desk.json
# evidence: anthropic.managed_agents/agent-script, anthropic.managed_agents/session-script
api POST "/v1/sessions" -d "$BODY"
# evidence: anthropic.managed_agents/session-script
# ok: anthropic.managed_agents/agent-script
api GET "/v1/sessions/$SID"
# evidence: anthropic.managed_agents/environment-script
ant_curl POST /environments -d @environment.json
# evidence: anthropic.managed_agents/vault-script
ant_curl GET /vaults
# evidence: anthropic.managed_agents/vault-script
jq -n '{agent: $agent, vault_ids: $vaults}'
# evidence: anthropic.managed_agents/script-toolset, anthropic.managed_agents/script-prompt
jq -n '{name: $name, model: $model, system: $system, tools: [{type: "agent_toolset_20260401"}]}'
# ok: anthropic.managed_agents/script-toolset, anthropic.managed_agents/script-prompt
jq -n '{name: $name, system: $system, tools: []}'
# evidence: anthropic.managed_agents/script-events, anthropic.managed_agents/session-script
curl -N "$BASE/sessions/$SID/events/stream"
# ok: anthropic.managed_agents/script-events
curl "https://claims.example/events/stream"
# evidence: anthropic.managed_agents/agent-script
ant beta:worker poll --workdir /claims
