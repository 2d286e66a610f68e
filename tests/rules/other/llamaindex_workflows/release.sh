# ok: other.llamaindex_workflows/cloud-deployment
llamactl serve
# evidence: other.llamaindex_workflows/cloud-deployment
llamactl deployments create
