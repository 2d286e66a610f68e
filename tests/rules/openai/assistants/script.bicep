// evidence: openai.assistants/assistant-id-property
param assistantId string
// ok: openai.assistants/assistant-id-property
param assistantPassword string

resource script 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  properties: {
    scriptContent: '''
      # evidence: openai.assistants/rest-command
      curl -s "$ENDPOINT/openai/assistants?api-version=2024-05-01-preview" -d "{}"
      # ok: openai.assistants/rest-command
      curl -s "$ENDPOINT/openai/models?api-version=2024-05-01-preview"
    '''
  }
}
