"""Parts of control that Anthropic's runtime holds: fixture, never imported."""

import anthropic

client = anthropic.Anthropic()

# ok: anthropic.managed_agents/agent-skills, anthropic.managed_agents/agent-team
# evidence: anthropic.managed_agents/agent-definition
agent = client.beta.agents.create(
    name="triage",
    # evidence: anthropic.managed_agents/agent-skills
    skills=[{"type": "custom", "skill_id": "skill_1"}],
    # evidence: anthropic.managed_agents/agent-team
    multiagent={"type": "coordinator", "agents": []},
)
# evidence: anthropic.managed_agents/agent-skills
skill = client.beta.skills.create(display_title="Invoice rules", files=[])
# evidence: anthropic.managed_agents/memory-dream
dream = client.beta.dreams.create(inputs=[])
# evidence: anthropic.managed_agents/memory-dream
headers = {"anthropic-beta": "dreaming-2026-04-21"}
# ok: anthropic.managed_agents/memory-dream
title = "dreaming of 2026"
