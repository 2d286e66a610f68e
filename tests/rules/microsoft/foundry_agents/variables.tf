variable "model" {
  # evidence: microsoft.foundry_agents/model-setting
  default = "gpt-4.1-mini"
}

variable "speech" {
  # ok: microsoft.foundry_agents/model-setting
  default = "gpt-4o-mini-transcribe"
}
