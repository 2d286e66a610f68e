#!/bin/sh
# evidence: microsoft.azure_openai/model-router-deployment
az cognitiveservices account deployment create --name acme --resource-group acme --model-format OpenAI --model-name model-router
# ok: microsoft.azure_openai/model-router-deployment
az webapp create --name model-router --resource-group acme
