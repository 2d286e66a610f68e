package desk

import openai "github.com/sashabaranov/go-openai"

func used(run openai.Run) int {
	// ok: openai.assistants/run-usage
	_ = run.Status
	// evidence: openai.assistants/run-usage
	return run.Usage.TotalTokens
}
