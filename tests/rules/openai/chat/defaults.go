package config

const (
	// evidence: openai.chat/model-named
	openAIModel = "gpt-4o"
	// ok: openai.chat/model-named
	openAIRole = "You are a clerk."
)
