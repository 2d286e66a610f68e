module "cognitive_account" {
  source = "libre-devops/cognitive-account/azurerm"

  deployments = {
    "gpt-5-mini" = {
      # evidence: microsoft.azure_openai/model-in-module
      model = { name = "gpt-5-mini", version = "2025-08-07" }
      # ok: microsoft.azure_openai/model-in-module
      sku = { name = "GlobalStandard", capacity = 10 }
    }
  }
}
