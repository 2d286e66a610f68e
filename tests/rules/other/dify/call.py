# evidence: other.dify/cloud-call
URL = "https://api.dify.ai/v1/chat-messages"
# ok: other.dify/cloud-call
OWN = "https://dify.claims.example/v1/chat-messages"
# evidence: other.dify/cloud-conversation
BODY = {"query": "hello", "conversation_id": "1a2b"}
# ok: other.dify/cloud-conversation
PLAIN = {"query": "hello"}
