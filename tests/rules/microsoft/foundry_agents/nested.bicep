resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'acct'

  // evidence: microsoft.foundry_agents/project-bicep
  resource project 'projects@2025-06-01' = {
    name: 'claims'

    // evidence: microsoft.foundry_agents/connection-resource
    resource search 'connections@2025-06-01' = {
      name: 'search'
    }
    // ok: microsoft.foundry_agents/project-bicep, microsoft.foundry_agents/connection-resource
    resource model 'deployments@2025-06-01' = {
      name: 'gpt'
    }
  }
}

resource hub 'Microsoft.MachineLearningServices/workspaces@2024-07-01-preview' = {
  name: 'hub'

  // evidence: microsoft.foundry_agents/agent-host, microsoft.foundry_agents/capability-host
  resource host 'capabilityHosts@2024-10-01-preview' = {
    name: 'agents'
  }
  // ok: microsoft.foundry_agents/agent-host, microsoft.foundry_agents/capability-host
  resource search 'connections@2024-07-01-preview' = {
    name: 'search'
  }
}
