#!/bin/sh
# evidence: openai.agents_api/rest-command
curl https://api.openai.com/v1/agents/sessions -H "OpenAI-Beta: agents=v1"
# ok: openai.agents_api/rest-command
curl https://api.openai.com/v1/models
