from azure.ai.projects import AIProjectClient

client = AIProjectClient(endpoint=ENDPOINT, credential=CREDENTIAL)
# evidence: microsoft.foundry_agents/agent-definition, microsoft.foundry_agents/agent-definition-untraced
analyst = client.agents.create_agent(
    name="analyst",
    # evidence: microsoft.foundry_agents/code-interpreter, microsoft.foundry_agents/tool-settings
    tools=[{"type": "code_interpreter"}],
)
# evidence: microsoft.foundry_agents/agent-definition, microsoft.foundry_agents/agent-definition-untraced
clerk = client.agents.create_agent(
    name="clerk",
    # evidence: microsoft.foundry_agents/tool-settings
    # ok: microsoft.foundry_agents/code-interpreter
    tools=[{"type": "function", "function": LOOK_UP}],
)
