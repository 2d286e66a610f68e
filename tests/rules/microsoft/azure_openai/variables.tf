variable "chat_completion_model_name" {
  # evidence: microsoft.azure_openai/model-deployment
  default = "gpt-5.4-mini"
}

variable "image_generation_model_name" {
  # ok: microsoft.azure_openai/model-deployment
  default = "gpt-image-2"
}

module "openai" {
  source = "Azure/openai/azurerm"
  deployment = {
    chat = {
      # evidence: microsoft.azure_openai/model-deployment, microsoft.azure_openai/model-in-module
      model_name = "gpt-35-turbo"
    }
    find = {
      # ok: microsoft.azure_openai/model-deployment
      model_name = "text-embedding-ada-002"
    }
  }
}
