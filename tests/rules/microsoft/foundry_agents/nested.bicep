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
