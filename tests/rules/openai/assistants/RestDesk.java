package com.acme;

import com.azure.ai.openai.assistants.AssistantsClient;
import com.azure.ai.openai.assistants.AssistantsClientBuilder;
import com.azure.ai.openai.assistants.models.CreateRunOptions;
import java.net.URI;

class RestDesk {
    private final AssistantsClient client = new AssistantsClientBuilder().endpoint(System.getenv("ENDPOINT")).buildClient();

    void ask(String text) {
        // evidence: openai.assistants/azure-client-thread
        var thread = client.createThread(null);
        // evidence: openai.assistants/azure-client
        var run = client.createRun(thread.getId(), new CreateRunOptions("desk"));
        // ok: openai.assistants/azure-client, openai.assistants/azure-client-thread
        client.listFiles();
    }

    URI start(String thread) {
        // evidence: openai.assistants/rest-path
        return URI.create(String.format("%s/openai/threads/%s/runs?api-version=2024-05-01-preview", System.getenv("ENDPOINT"), thread));
    }
}
