package desk

import (
	"fmt"
	"net/http"
	"os"
)

var endpoint = os.Getenv("FOUNDRY_PROJECT_ENDPOINT")

func start(thread string) (*http.Response, error) {
	// evidence: microsoft.foundry_agents/rest-run
	return http.Post(fmt.Sprintf("%s/threads/%s/runs?api-version=v1", endpoint, thread), "application/json", nil)
}

func status(thread, run string) (*http.Response, error) {
	// evidence: microsoft.foundry_agents/rest-run-status
	return http.Get(fmt.Sprintf("%s/threads/%s/runs/%s?api-version=v1", endpoint, thread, run))
}

func routes(mux *http.ServeMux) {
	// ok: microsoft.foundry_agents/rest-run-status
	mux.HandleFunc("/threads/{thread}/runs", nil)
}
