# evidence: other.m365_declarative_agents/toolkit-command
npx atk publish --env production
# ok: other.m365_declarative_agents/toolkit-command
npx atk validate --env production
