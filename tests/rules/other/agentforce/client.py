"""Talks to an agent and looks at its sessions."""

# evidence: other.agentforce/session-address
URL = "https://api.salesforce.com/einstein/ai-agent/v1/agents/0Xx/sessions"
# ok: other.agentforce/session-address
OWN = "https://claims.example/agents/sessions"
# evidence: other.agentforce/trace-table
QUERY = "SELECT ssot__Id__c FROM ssot__AiAgentSession__dlm"
# ok: other.agentforce/trace-table
OTHER = "SELECT id FROM sessions"
