package desk

import "fmt"

func paths(thread, message, desk string) []string {
	return []string{
		// evidence: openai.assistants/joined-thread-path
		address(fmt.Sprintf("threads/%s/messages/%s/files", thread, message)),
		// evidence: openai.assistants/joined-thread-path
		address(fmt.Sprintf("assistants/%s/files", desk)),
		// ok: openai.assistants/joined-thread-path
		address(fmt.Sprintf("claims/%s/files", desk)),
	}
}
