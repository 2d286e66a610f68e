package com.acme;

import com.azure.ai.agents.persistent.MessagesClient;
import com.azure.ai.agents.persistent.PersistentAgentsAdministrationClient;
import com.azure.ai.agents.persistent.PersistentAgentsAdministrationClientBuilder;
import com.azure.ai.agents.persistent.RunStepsClient;
import com.azure.ai.agents.persistent.RunsClient;
import com.azure.ai.agents.persistent.ThreadsClient;
import com.azure.ai.agents.persistent.models.CreateAgentOptions;
import com.azure.ai.agents.persistent.models.CreateRunOptions;
import com.azure.ai.agents.persistent.models.MessageRole;
import com.azure.ai.agents.persistent.models.RunStatus;
import com.azure.ai.agents.persistent.models.ThreadRun;
import java.util.List;

class Classic {
    private final PersistentAgentsAdministrationClientBuilder builder = new PersistentAgentsAdministrationClientBuilder().endpoint("x");
    private final PersistentAgentsAdministrationClient agents = builder.buildClient();
    private final ThreadsClient threads = builder.buildThreadsClient();
    private final MessagesClient messages = builder.buildMessagesClient();
    private final RunsClient runs = builder.buildRunsClient();

    void ask(String text) throws InterruptedException {
        // evidence: microsoft.foundry_agents/agent-definition-java
        var agent = agents.createAgent(new CreateAgentOptions(System.getenv("MODEL")));
        // evidence: microsoft.foundry_agents/thread-store-java
        var thread = threads.createThread();
        // evidence: microsoft.foundry_agents/thread-store-java, microsoft.foundry_agents/agent-run-java
        agents.createThreadAndRun(new CreateThreadAndRunOptions(agent.getId()));
        // evidence: microsoft.foundry_agents/thread-store-java
        messages.createMessage(thread.getId(), MessageRole.USER, text);
        // evidence: microsoft.foundry_agents/agent-run-java
        ThreadRun run = runs.createRun(new CreateRunOptions(thread.getId(), agent.getId()));
        // evidence: microsoft.foundry_agents/run-status-java
        while (run.getStatus() == RunStatus.QUEUED) {
            Thread.sleep(500);
            // evidence: microsoft.foundry_agents/run-status-java
            run = runs.getRun(thread.getId(), run.getId());
            // evidence: microsoft.foundry_agents/hosted-tool-java
            runs.submitToolOutputsToRun(thread.getId(), run.getId(), List.of());
        }
    }

    void own(Ledger ledger) {
        // ok: microsoft.foundry_agents/thread-store-java
        ledger.createThreadPool();
        // ok: microsoft.foundry_agents/run-status-java
        ledger.getRunner();
    }
}
