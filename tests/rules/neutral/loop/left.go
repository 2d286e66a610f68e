package desk

func answer(model Model, toolCalls []ToolCall) string {
	// evidence: neutral.loop/steps
	for len(toolCalls) > 0 {
		toolCalls = model.Ask(run(toolCalls))
	}
	// ok: neutral.loop/steps
	for _, toolCall := range toolCalls {
		show(toolCall)
	}
	return ""
}
