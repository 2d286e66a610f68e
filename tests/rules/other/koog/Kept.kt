package desk

import ai.koog.agents.core.agent.*
import ai.koog.agents.features.chathistory.jdbc.PostgresJdbcChatHistoryProvider
import ai.koog.agents.features.persistence.jdbc.PostgresJdbcPersistenceStorageProvider
import ai.koog.agents.memory.feature.history.ChatHistoryProvider
import kotlinx.coroutines.*

class Settings(
    // evidence: other.koog/own-model-setting
    val chat: String = "claude-sonnet-4-6",
    // ok: other.koog/own-model-setting
    val voice: String = "gpt-4o-realtime-preview",
)

class Kept {
    // evidence: other.koog/checkpoint-store
    fun turns(source: Any): ChatHistoryProvider = PostgresJdbcChatHistoryProvider(source)

    // evidence: other.koog/checkpoint, other.koog/checkpoint-store
    fun steps(source: Any) = PostgresJdbcPersistenceStorageProvider(source)

    // evidence: other.koog/agent
    fun agent(model: Any) = AIAgent(promptExecutor = model)
}
