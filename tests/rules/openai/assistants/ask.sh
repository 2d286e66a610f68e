#!/bin/sh
# evidence: openai.assistants/rest-command
curl "$AZURE_OPENAI_ENDPOINT/openai/threads?api-version=2024-05-01-preview" -H "api-key: $KEY" -d ''
# evidence: openai.assistants/rest-command
curl https://api.openai.com/v1/assistants -H "Authorization: Bearer $OPENAI_API_KEY"
# ok: openai.assistants/rest-command
curl "$AZURE_OPENAI_ENDPOINT/openai/deployments/desk/chat/completions?api-version=2024-05-01-preview" -d '{}'
