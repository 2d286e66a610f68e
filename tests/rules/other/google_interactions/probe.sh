# evidence: other.google_interactions/script-call
curl -X POST "https://generativelanguage.googleapis.com/v1beta/interactions" -d @payload.json
# ok: other.google_interactions/script-call
curl -X POST "https://generativelanguage.googleapis.com/v1beta/models/gemini-3-pro:generateContent" -d @payload.json
