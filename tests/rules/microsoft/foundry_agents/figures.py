from azure.ai.projects import AIProjectClient

# evidence: microsoft.foundry_agents/metrics
NAMES = ["AgentOutputTokens"]
# ok: microsoft.foundry_agents/metrics
OWN = ["agent_output_tokens"]
