package com.acme;

import java.net.URI;
import java.net.http.HttpRequest;

class RestDesk {
    private final String endpoint = System.getenv("AZURE_AI_FOUNDRY_PROJECT_ENDPOINT");

    HttpRequest start(String thread) {
        // evidence: microsoft.foundry_agents/rest-run
        return HttpRequest.newBuilder(URI.create(String.format("%s/threads/%s/runs?api-version=%s", endpoint, thread, "v1"))).build();
    }

    HttpRequest open() {
        // evidence: microsoft.foundry_agents/rest-thread, microsoft.foundry_agents/rest-address
        return HttpRequest.newBuilder(URI.create(endpoint + "/threads?api-version=v1")).build();
    }

    HttpRequest own() {
        // ok: microsoft.foundry_agents/rest-thread
        return HttpRequest.newBuilder(URI.create("/threads")).build();
    }
}
