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

type kept struct {
	// evidence: anthropic.agent_sdk/resume-typed
	ClaudeSessionID string `json:"claude_session_id,omitempty"`
	// ok: anthropic.agent_sdk/resume-typed
	Title string `json:"title"`
}

func records(home string) string {
	// evidence: anthropic.agent_sdk/resume-typed
	return filepath.Join(home, ".claude", "projects")
}

func settings(home string) string {
	// ok: anthropic.agent_sdk/resume-typed
	return filepath.Join(home, ".claude", "settings.json")
}

type event struct {
	// ok: anthropic.agent_sdk/hook-event
	Name string `json:"hook_event_name"`
	// ok: anthropic.agent_sdk/hook-event
	Folder string `json:"cwd"`
}
