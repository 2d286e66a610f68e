variable "chat_completion_model_name" {
  # evidence: microsoft.azure_openai/model-deployment
  default = "gpt-5.4-mini"
}

variable "image_generation_model_name" {
  # ok: microsoft.azure_openai/model-deployment
  default = "gpt-image-2"
}
