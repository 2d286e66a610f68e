package desk

import (
	"context"

	"github.com/Azure/azure-sdk-for-go/sdk/ai/azopenaiassistants"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
)

func ask(ctx context.Context, endpoint, key, assistant string) error {
	client, err := azopenaiassistants.NewClientWithKeyCredential(endpoint, azcore.NewKeyCredential(key), nil)
	if err != nil {
		return err
	}
	// evidence: openai.assistants/azure-client-thread
	thread, err := client.CreateThread(ctx, azopenaiassistants.CreateThreadBody{}, nil)
	if err != nil {
		return err
	}
	// evidence: openai.assistants/azure-client
	_, err = client.CreateRun(ctx, *thread.ID, azopenaiassistants.CreateRunBody{AssistantID: &assistant}, nil)
	return err
}
