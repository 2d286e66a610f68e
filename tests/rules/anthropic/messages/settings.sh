# evidence: anthropic.messages/model-environment
export ANTHROPIC_MODEL="${ANTHROPIC_MODEL:-claude-sonnet-4-5}"
# ok: anthropic.messages/model-environment
export ANTHROPIC_MODEL="$1"
