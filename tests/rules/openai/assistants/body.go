package desk

import (
	"fmt"
	"net/http"
	"strings"
)

func create(client *http.Client, thread, message, query string) {
	body := `{
		// evidence: openai.assistants/body-model
		"model": "gpt-4o-mini",
		// evidence: openai.assistants/body-tool
		"tools": [{"type": "file_search"}],
		// ok: openai.assistants/body-model, openai.assistants/body-tool
		"kind": "gpt-4o-mini", "mode": "file_search"
	}`
	// evidence: openai.assistants/rest-address
	request, _ := http.NewRequest("POST", "https://api.openai.com/v1/assistants", strings.NewReader(body))
	client.Do(request)
	// evidence: openai.assistants/rest-address, openai.assistants/rest-thread
	client.Get(fmt.Sprintf("https://api.openai.com/v1/threads/%s/messages/%s/files%s", thread, message, query))
}
