"""A tool described apart from the agent."""

LOOKUP = {
    # evidence: other.mistral_agents/described-tool
    "type": "function",
    # evidence: other.mistral_agents/described-tool
    "function": {"name": "lookup", "parameters": {"type": "object"}},
}
# ok: other.mistral_agents/described-tool
OTHER = {"type": "hammer", "parameters": {}}
