package com.acme;

import org.springframework.web.client.RestClient;

class UriDesk {
    private final RestClient rest = RestClient.builder().baseUrl("https://api.openai.com").build();

    void ask(String thread, String run) {
        // evidence: openai.assistants/joined-thread-path
        rest.post().uri("/v1/threads/{thread_id}/messages", thread).retrieve();
        // evidence: openai.assistants/joined-run-path
        rest.post().uri("/v1/threads/{thread_id}/runs", thread).retrieve();
        // evidence: openai.assistants/joined-run-path, openai.assistants/joined-tool-outputs
        rest.post().uri("/v1/threads/{thread_id}/runs/{run_id}/submit_tool_outputs", thread, run).retrieve();
        // evidence: openai.assistants/joined-thread-path
        rest.get().uri("/v1/files/{file_id}", thread).retrieve();
        // ok: openai.assistants/joined-thread-path, openai.assistants/joined-run-path
        rest.get().uri("/v1/claims/{claim_id}/runs", thread).retrieve();
    }
}
