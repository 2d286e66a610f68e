package main

import "example.org/desk/llm/openai"

func main() {
	model := openai.New(llm.Config{
		// evidence: openai.chat/model-named
		Model: "gpt-4o-mini",
		// ok: openai.chat/model-named
		Name: "desk",
	})
}

func flags(command *Command) {
	// evidence: openai.chat/model-named
	command.Flags().StringP("model", "m", "gpt-4o", "model to use")
	// ok: openai.chat/model-named
	command.Flags().StringP("lang", "l", "en", "language")
}
