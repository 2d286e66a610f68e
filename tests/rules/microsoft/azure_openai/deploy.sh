#!/bin/sh
# evidence: microsoft.azure_openai/model-router-deployment
az cognitiveservices account deployment create --name acme --resource-group acme --model-format OpenAI --model-name model-router
# ok: microsoft.azure_openai/model-router-deployment
az webapp create --name model-router --resource-group acme
# evidence: microsoft.azure_openai/model-deployment
az cognitiveservices account deployment create --name acme --resource-group acme --deployment-name chat --model-name "gpt-4o"
# ok: microsoft.azure_openai/model-deployment
az cognitiveservices account deployment create --name acme --resource-group acme --deployment-name find --model-name text-embedding-3-large
