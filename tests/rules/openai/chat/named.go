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
