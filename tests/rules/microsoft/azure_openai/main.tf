resource "azurerm_cognitive_deployment" "chat" {
  model {
    format = "OpenAI"
    # evidence: microsoft.azure_openai/model-deployment, microsoft.azure_openai/model-in-module
    name   = "gpt-4.1"
  }
}

resource "azurerm_cognitive_deployment" "embed" {
  model {
    # ok: microsoft.azure_openai/model-deployment
    name = "text-embedding-3-large"
  }
}

resource "azurerm_monitor_metric_alert" "tokens" {
  criteria {
    metric_namespace = "Microsoft.CognitiveServices/accounts"
    # evidence: microsoft.azure_openai/metrics
    metric_name      = "ProcessedPromptTokens"
  }
}

resource "azurerm_monitor_metric_alert" "own" {
  criteria {
    # ok: microsoft.azure_openai/metrics
    metric_name = "Requests"
  }
}
