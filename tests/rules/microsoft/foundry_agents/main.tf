# evidence: microsoft.foundry_agents/project-resource
resource "azurerm_cognitive_account_project" "claims" {
  name = "claims"
}

resource "azapi_resource" "host" {
  # evidence: microsoft.foundry_agents/capability-host, microsoft.foundry_agents/agent-host
  type = "Microsoft.CognitiveServices/accounts/projects/capabilityHosts@2025-06-01"
}

resource "azapi_resource" "project" {
  # evidence: microsoft.foundry_agents/project-resource
  type = "Microsoft.CognitiveServices/accounts/projects@2025-06-01"
}

resource "azapi_resource" "search" {
  # evidence: microsoft.foundry_agents/connection-resource
  type = "Microsoft.CognitiveServices/accounts/projects/connections@2025-06-01"
}

# ok: microsoft.foundry_agents/project-resource, microsoft.foundry_agents/connection-resource
resource "azurerm_cognitive_account" "acct" {
  name = "acct"
}

resource "azurerm_monitor_metric_alert" "runs" {
  criteria {
    metric_namespace = "microsoft.cognitiveservices/accounts/projects"
    # evidence: microsoft.foundry_agents/metrics
    metric_name      = "AgentRuns"
  }
}

resource "azurerm_monitor_metric_alert" "own" {
  criteria {
    # ok: microsoft.foundry_agents/metrics
    metric_name = "Runs"
  }
}
