# evidence: other.n8n/cloud-address
URL = "https://claims.app.n8n.cloud/webhook/1a2b"
# ok: other.n8n/cloud-address
OWN = "https://flows.claims.example/webhook/1a2b"
