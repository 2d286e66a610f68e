package com.acme;

import io.github.sashirestela.openai.SimpleOpenAI;
import io.github.sashirestela.openai.domain.assistant.AssistantRequest;

class FluentDesk {
    private final SimpleOpenAI openAI = SimpleOpenAI.builder().apiKey(System.getenv("OPENAI_API_KEY")).build();

    void ask(String assistant) {
        // evidence: openai.assistants/client-thread
        var thread = openAI.threads().create().join();
        // evidence: openai.assistants/client-run
        var run = openAI.threadRuns().createStream(thread.getId(), null).join();
        // evidence: openai.assistants/client-thread
        openAI.threadMessages().getList(thread.getId()).join();
        // ok: openai.assistants/client-run, openai.assistants/client-thread
        openAI.chatCompletions().create(null);
    }
}
