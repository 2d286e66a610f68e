# ok: other.watsonx_orchestrate/import-command, other.watsonx_orchestrate/agent-import, other.watsonx_orchestrate/tool-import
orchestrate env activate claims
# evidence: other.watsonx_orchestrate/agent-import
orchestrate agents import -f agents/claims.yaml
# evidence: other.watsonx_orchestrate/tool-import
orchestrate tools import -k python -f tools.py
# evidence: other.watsonx_orchestrate/import-command
orchestrate agents deploy --name claims
# evidence: other.watsonx_orchestrate/connection
orchestrate connections import -f connections/crm.yaml
