resource "azurerm_cognitive_deployment" "desk" {
  name                 = "desk"
  cognitive_account_id = azurerm_cognitive_account.desk.id
  model {
    format  = "OpenAI"
    # evidence: microsoft.azure_openai/model-router-deployment
    name    = "model-router"
    version = "2025-11-18"
  }
}

resource "azurerm_linux_web_app" "desk" {
  # ok: microsoft.azure_openai/model-router-deployment
  name = "model-router"
}
