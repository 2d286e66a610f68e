# ok: other.watsonx_orchestrate/import-command
orchestrate env activate claims
# evidence: other.watsonx_orchestrate/import-command
orchestrate agents import -f agents/claims.yaml
