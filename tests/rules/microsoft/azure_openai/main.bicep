// evidence: microsoft.azure_openai/model-deployment
param chatModel string = 'gpt-4.1-mini'
// ok: microsoft.azure_openai/model-deployment
param embeddingModel string = 'text-embedding-3-large'

resource chat 'Microsoft.CognitiveServices/accounts/deployments@2025-06-01' = {
  properties: {
    model: {
      // evidence: microsoft.azure_openai/model-deployment
      name: 'gpt-4.1'
      format: 'OpenAI'
    }
  }
}

resource alarm 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  properties: {
    // evidence: microsoft.azure_openai/metrics
    metricName: 'AzureOpenAIRequests'
    // ok: microsoft.azure_openai/metrics
    other: 'Requests'
  }
}
