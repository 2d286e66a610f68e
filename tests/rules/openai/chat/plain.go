package example

const address = "https://api.openai.com/v1"

// evidence: openai.chat/model-id-sdk
var models = []string{"gpt-4.1"}

// ok: openai.chat/model-id-sdk
var names = []string{"claims"}
