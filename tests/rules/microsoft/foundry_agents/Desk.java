package com.acme;

import com.azure.ai.agents.AgentsClient;
import com.azure.ai.agents.AgentsClientBuilder;
import com.azure.ai.agents.BetaAgentsClient;
import com.azure.ai.agents.BetaMemoryStoresClient;
import com.azure.ai.agents.ResponsesClient;
import com.azure.ai.agents.models.AgentReference;
import com.azure.ai.agents.models.AzureCreateResponseOptions;
import com.azure.ai.agents.models.CodeInterpreterTool;
import com.azure.ai.agents.models.PromptAgentDefinition;
import com.azure.ai.agents.models.WorkflowAgentDefinition;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.openai.models.responses.ResponseCreateParams;

class Desk {
    private final AgentsClientBuilder builder = new AgentsClientBuilder()
        .credential(new DefaultAzureCredentialBuilder().build())
        .endpoint(System.getenv("FOUNDRY_PROJECT_ENDPOINT"));
    private final AgentsClient agents = builder.buildAgentsClient();
    private final ResponsesClient responses = builder.buildResponsesClient();
    private final BetaMemoryStoresClient memories = builder.beta().buildBetaMemoryStoresClient();
    private final BetaAgentsClient hosted = builder.beta().buildBetaAgentsClient();

    void hire() {
        // evidence: microsoft.foundry_agents/agent-form, microsoft.foundry_agents/agent-model, microsoft.foundry_agents/agent-prompt-java
        var definition = new PromptAgentDefinition("gpt-4o")
            .setInstructions("Answer claims.")
            // evidence: microsoft.foundry_agents/hosted-tool-java, microsoft.foundry_agents/code-interpreter-java
            .setTools(java.util.List.of(new CodeInterpreterTool()));
        // evidence: microsoft.foundry_agents/agent-definition-java
        agents.createAgentVersion("desk", definition);
        // evidence: microsoft.foundry_agents/routing-java
        var flow = new WorkflowAgentDefinition();
    }

    void ask(String text, String conversation) {
        // evidence: microsoft.foundry_agents/agent-run-java
        var reference = new AgentReference("desk");
        // evidence: microsoft.foundry_agents/agent-run-java
        responses.createAzureResponse(
            new AzureCreateResponseOptions().setAgentReference(reference),
            ResponseCreateParams.builder().conversation(conversation).input(text));
        // evidence: microsoft.foundry_agents/memory-store-java
        memories.createMemoryStore("claims", null, "What claims taught us", null);
        // evidence: microsoft.foundry_agents/vendor-telemetry-java
        hosted.getSessionLogStream("desk", "1", "s");
    }

    void own(Ledger ledger) {
        // ok: microsoft.foundry_agents/agent-definition-java
        ledger.createAgentEntry();
        // ok: microsoft.foundry_agents/agent-run-java
        ledger.createRunbook();
        // ok: microsoft.foundry_agents/agent-prompt-java
        ledger.setInstruction("x");
        // ok: microsoft.foundry_agents/agent-model
        ledger.note("gpt is a model");
        // ok: microsoft.foundry_agents/hosted-tool-java, microsoft.foundry_agents/code-interpreter-java, microsoft.foundry_agents/routing-java
        ledger.add(new com.acme.tools.OwnTool());
        // ok: microsoft.foundry_agents/memory-store-java
        ledger.createMemo();
        // ok: microsoft.foundry_agents/vendor-telemetry-java
        ledger.getSessionLog();
    }
}
