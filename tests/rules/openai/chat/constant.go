package main

import "github.com/sashabaranov/go-openai"

func ask(question string) openai.ChatCompletionRequest {
	return openai.ChatCompletionRequest{
		// evidence: openai.chat/model-constant-go
		Model: openai.GPT3Dot5Turbo,
		// ok: openai.chat/model-constant-go
		User: openai.ChatMessageRoleUser,
	}
}

func costs(model string) bool {
	// ok: openai.chat/model-constant-go
	return model == openai.GPT4
}
