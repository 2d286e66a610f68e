#!/bin/sh
# evidence: google.agent_engine/enterprise-script
uvx agent-starter-pack@0.39.2 register-gemini-enterprise
# evidence: google.agent_engine/enterprise-script
curl -X POST "https://discoveryengine.googleapis.com/v1alpha/projects/$P/locations/global/collections/default_collection/engines/$APP/assistants/default_assistant/agents" -d @agent.json
# evidence: google.agent_engine/enterprise-sign-in-script
curl -X POST "https://discoveryengine.googleapis.com/v1alpha/projects/$P/locations/global/authorizations?authorizationId=desk" -d @sign_in.json
# ok: google.agent_engine/enterprise-script, google.agent_engine/enterprise-sign-in-script
curl "https://discoveryengine.googleapis.com/v1/projects/$P/locations/global/dataStores"
