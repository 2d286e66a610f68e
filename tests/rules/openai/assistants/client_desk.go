package desk

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

func ask(ctx context.Context, client *openai.Client, board *Board) error {
	instructions := "Answer questions on claims."
	// evidence: openai.assistants/client-run
	assistant, err := client.CreateAssistant(ctx, openai.AssistantRequest{
		// evidence: openai.assistants/definition-model
		Model: openai.GPT4Turbo,
		// evidence: openai.assistants/definition-prompt
		Instructions: &instructions,
		// evidence: openai.assistants/definition-tools, openai.assistants/definition-interpreter
		Tools: []openai.AssistantTool{{Type: openai.AssistantToolTypeCodeInterpreter}},
	})
	if err != nil {
		return err
	}
	// evidence: openai.assistants/client-thread
	thread, err := client.CreateThread(ctx, openai.ThreadRequest{})
	// evidence: openai.assistants/client-run
	run, err := client.CreateRun(ctx, thread.ID, openai.RunRequest{AssistantID: assistant.ID})
	// evidence: openai.assistants/client-run-status
	run, err = client.RetrieveRun(ctx, thread.ID, run.ID)
	// evidence: openai.assistants/client-tool-outputs
	_, err = client.SubmitToolOutputs(ctx, thread.ID, run.ID, openai.SubmitToolOutputsRequest{})
	// evidence: openai.assistants/client-run-steps
	_, err = client.ListRunSteps(ctx, thread.ID, run.ID, openai.Pagination{})
	// ok: openai.assistants/client-run-status, openai.assistants/client-run-steps, openai.assistants/client-tool-outputs
	board.RetrieveClaims(ctx)
	// ok: openai.assistants/client-run, openai.assistants/client-thread
	_, err = client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{})
	return err
}
