"""Tells people where to look; the Claude Console is named here in a docstring only."""

# evidence: anthropic.managed_agents/console-runbook
print("Paste the vault id from Claude Console here.")
# ok: anthropic.managed_agents/console-runbook
print("Create an API key in the Claude Console first.")
# evidence: anthropic.managed_agents/console-runbook
print("The key field holds an API key by mistake. Paste the vault id from the Claude Console instead.")
# ok: anthropic.managed_agents/rest-address
plain = "https://api.anthropic.com/v1/messages"
# evidence: anthropic.managed_agents/rest-address, anthropic.managed_agents/session-path
hosted = "https://api.anthropic.com/v1/sessions"
