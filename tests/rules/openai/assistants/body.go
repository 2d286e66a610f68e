package desk

import (
	"net/http"
	"strings"
)

func create(client *http.Client, store string) {
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
}
