package desk

import (
	"context"
	"os/exec"

	claude "github.com/severity1/claude-agent-sdk-go"
)

func answer(ctx context.Context, question string, args []string) error {
	// evidence: anthropic.agent_sdk/agent-program-port
	messages, err := claude.Query(ctx, question)
	// ok: anthropic.agent_sdk/agent-program-port
	rows, err := store.Query(ctx, question)
	// evidence: anthropic.agent_sdk/agent-command-typed
	command := exec.CommandContext(ctx, "claude", args...)
	// evidence: anthropic.agent_sdk/agent-command-typed
	other := exec.Command("claude", "-p", question)
	// ok: anthropic.agent_sdk/agent-command-typed
	shown := exec.Command("claude", "--version")
	// ok: anthropic.agent_sdk/agent-command-typed
	found := exec.Command("which", "claude")
	return use(messages, rows, err, command, other, shown, found)
}
