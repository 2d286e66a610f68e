package desk

import "fmt"

func addresses(thread, run string) []string {
	return []string{
		// evidence: openai.assistants/rest-file
		"https://api.openai.com/v1/files",
		// evidence: openai.assistants/rest-run-steps, openai.assistants/rest-address
		fmt.Sprintf("https://api.openai.com/v1/threads/%s/runs/%s/steps", thread, run),
		// ok: openai.assistants/rest-file, openai.assistants/rest-run-steps
		fmt.Sprintf("https://api.example.com/v1/files/%s/steps", run),
	}
}
