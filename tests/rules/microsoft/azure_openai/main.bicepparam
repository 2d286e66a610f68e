using './main.bicep'

// evidence: microsoft.azure_openai/model-deployment
param modelName = 'gpt-5.4'
// evidence: microsoft.azure_openai/model-deployment
param deploymentsJson = '[{"name":"gpt-5.4","model":{"name":"gpt-5.4","format":"OpenAI"}}]'
// ok: microsoft.azure_openai/model-deployment
param embeddingModel = 'text-embedding-3-large'
