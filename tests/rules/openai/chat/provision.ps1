# evidence: openai.chat/model-default
$varCompletionModelOpenAI = "gpt-4o"
# evidence: openai.chat/model-default
[string] $deploymentName = 'gpt-4.1-mini'
# ok: openai.chat/model-default
$group = "gpt-4o-group"
