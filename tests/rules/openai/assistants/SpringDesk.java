package com.acme;

import com.acme.forum.Board;
import com.theokanning.openai.assistants.AssistantRequest;
import com.theokanning.openai.runs.Run;
import com.theokanning.openai.runs.RunCreateRequest;
import com.theokanning.openai.service.OpenAiService;
import com.theokanning.openai.threads.ThreadRequest;

class SpringDesk {
    private final OpenAiService service = new OpenAiService(System.getenv("OPENAI_API_KEY"));

    String open(String desk) {
        // evidence: openai.assistants/definition-model, openai.assistants/definition-prompt, openai.assistants/definition-tools
        AssistantRequest request = AssistantRequest.builder()
            // evidence: openai.assistants/model-setting
            .model("gpt-4-1106-preview")
            .instructions("Answer questions on claims.")
            .tools(Tools.of(desk))
            .build();
        // evidence: openai.assistants/client-run
        return service.createAssistant(request).getId();
    }

    void ask(String assistant, Board board) {
        // evidence: openai.assistants/client-thread
        String thread = service.createThread(ThreadRequest.builder().build()).getId();
        // evidence: openai.assistants/client-run
        Run run = service.createRun(thread, RunCreateRequest.builder().assistantId(assistant).build());
        // evidence: openai.assistants/client-run-status
        run = service.retrieveRun(thread, run.getId());
        // evidence: openai.assistants/client-tool-outputs
        service.submitToolOutputs(thread, run.getId(), null);
        // evidence: openai.assistants/client-run-steps
        service.listRunSteps(thread, run.getId(), null);
        // ok: openai.assistants/client-run, openai.assistants/client-thread
        service.createChatCompletion(null);
        // ok: openai.assistants/client-thread
        board.createThread("Parcels");
    }
}
