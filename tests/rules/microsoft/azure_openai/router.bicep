// evidence: microsoft.azure_openai/model-router-deployment
param chatModelName string = 'model-router'

resource desk 'Microsoft.CognitiveServices/accounts/deployments@2025-10-01-preview' = {
  parent: account
  name: 'desk'
  properties: {
    model: {
      format: 'OpenAI'
      // evidence: microsoft.azure_openai/model-router-deployment
      name: 'model-router'
      version: '2025-11-18'
    }
  }
}

resource plain 'Microsoft.Web/sites@2024-04-01' = {
  // ok: microsoft.azure_openai/model-router-deployment
  name: 'model-router'
}
