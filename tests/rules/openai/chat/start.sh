# evidence: openai.chat/model-default
export OPENAI_MODEL="${OPENAI_MODEL:-gpt-4.1}"
# evidence: openai.chat/model-default
LLM_MODEL=gpt-4o python -m desk
# ok: openai.chat/model-default
export OPENAI_MODEL="$1"
# evidence: openai.chat/model-in-request
curl https://api.openai.com/v1/chat/completions -d '{"model": "gpt-4o", "messages": []}'
# ok: openai.chat/model-in-request
curl https://api.openai.com/v1/embeddings -d '{"model": "text-embedding-3-small", "input": "claim"}'
