resource "claude_agent" "desk" { # evidence: anthropic.managed_agents/declared-agent
  name   = "Desk"
  system = "You sort claims." # evidence: anthropic.managed_agents/declared-prompt
  model = { # evidence: anthropic.managed_agents/declared-model
    id = "claude-opus-4-8"
  }
  tools = jsonencode([{ type = "agent_toolset_20260401" }]) # evidence: anthropic.managed_agents/toolset
}

resource "anthropic_deployment" "nightly" { # evidence: anthropic.managed_agents/declared-agent
  agent = "x"
}

resource "claude-managed-agents_environment" "box" { # evidence: anthropic.managed_agents/declared-environment
  name = "box"
}

resource "claude_memory_store" "prefs" { # evidence: anthropic.managed_agents/declared-memory
  name = "prefs"
}

resource "anthropic_vault_credential" "linear" { # evidence: anthropic.managed_agents/declared-vault
  auth_type = "static_bearer"
}

# ok: anthropic.managed_agents/declared-agent, anthropic.managed_agents/declared-environment, anthropic.managed_agents/declared-memory
resource "anthropic_workspace" "team" {
  # ok: anthropic.managed_agents/declared-prompt, anthropic.managed_agents/declared-model, anthropic.managed_agents/declared-vault
  name = "team"
}
