# evidence: microsoft.foundry_agents/model-script
$modelName = "gpt-4o"
# ok: microsoft.foundry_agents/model-script
$group = "gpt-4o-group"
