# ok: other.agentforce/release-command
sf agent preview
# evidence: other.agentforce/release-command
sf agent publish authoring-bundle --api-name claims
