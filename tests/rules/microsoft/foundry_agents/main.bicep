@description('Name of the agent')
// evidence: microsoft.foundry_agents/agent-parameter
param aiAgentId string = ''
// ok: microsoft.foundry_agents/agent-parameter
param agentPoolSize int = 1

// evidence: microsoft.foundry_agents/project-bicep
resource project 'Microsoft.CognitiveServices/accounts/projects@2025-06-01' = {
  name: 'claims'
}

// ok: microsoft.foundry_agents/project-bicep, microsoft.foundry_agents/connection-resource, microsoft.foundry_agents/published-agent
resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: 'acct'
}

// evidence: microsoft.foundry_agents/connection-resource
resource search 'Microsoft.CognitiveServices/accounts/projects/connections@2025-06-01' = {
  name: 'search'
}

// evidence: microsoft.foundry_agents/published-agent
resource published 'Microsoft.CognitiveServices/accounts/projects/applications@2025-10-01-preview' = {
  name: 'claims'
}

// evidence: microsoft.foundry_agents/capability-host, microsoft.foundry_agents/agent-host
resource host 'Microsoft.CognitiveServices/accounts/projects/capabilityHosts@2025-06-01' = {
  properties: {
    // evidence: microsoft.foundry_agents/capability-host
    threadStorageConnections: [cosmos.name]
    // ok: microsoft.foundry_agents/capability-host, microsoft.foundry_agents/agent-host
    storage: [blob.name]
  }
}

module web './web.bicep' = {
  params: {
    env: [
      {
        // evidence: microsoft.foundry_agents/agent-parameter
        name: 'AI_AGENT_ID'
        value: aiAgentId
      }
    ]
  }
}

resource toolAlarm 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  properties: {
    // evidence: microsoft.foundry_agents/metrics
    metricName: 'AgentToolCalls'
    // ok: microsoft.foundry_agents/metrics
    other: 'ToolCalls'
  }
}

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  properties: {
    // evidence: microsoft.foundry_agents/agent-parameter
    AIAgentId: 'Not yet set'
    // ok: microsoft.foundry_agents/agent-parameter
    ApplicationInsightsAgent_EXTENSION_VERSION: '~3'
  }
}
