package desk

import ai.koog.agents.core.agent.AIAgent
import ai.koog.agents.core.dsl.builder.strategy
import ai.koog.agents.core.tools.annotations.Tool
import ai.koog.agents.core.tools.reflect.ToolSet
import ai.koog.agents.features.opentelemetry.feature.OpenTelemetry
import ai.koog.agents.snapshot.feature.Persistence
import ai.koog.agents.snapshot.providers.file.JVMFilePersistenceStorageProvider
import ai.koog.prompt.executor.clients.openai.OpenAIModels
import ai.koog.prompt.executor.clients.retry.RetryConfig
import ai.koog.prompt.executor.clients.retry.RetryingLLMClient

// evidence: other.koog/tool
class ClaimTools : ToolSet {
    // evidence: other.koog/tool
    @Tool
    fun status(id: String) = "open"
}

fun make(client: Any): Any {
    // evidence: other.koog/agent
    val steps = strategy<String, String>("claims") { }
    // evidence: other.koog/retry-rule
    val patient = RetryingLLMClient(client, RetryConfig(maxAttempts = 3))
    // evidence: other.koog/agent
    return AIAgent(
        promptExecutor = patient,
        strategy = steps,
        // evidence: other.koog/model-id
        llmModel = OpenAIModels.Chat.GPT4o,
    ) {
        // evidence: other.koog/checkpoint
        install(Persistence) {
            // evidence: other.koog/checkpoint-store, other.koog/checkpoint
            storage = JVMFilePersistenceStorageProvider(root)
        }
        // evidence: other.koog/traces
        install(OpenTelemetry) { }
    }
}
