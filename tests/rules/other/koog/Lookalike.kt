package desk

import shop.AIAgent
import shop.OpenTelemetry
import shop.Persistence
import shop.RetryConfig
import shop.Tool

fun make() {
    // ok: other.koog/agent
    AIAgent("orders")
    // ok: other.koog/retry-rule
    RetryConfig(3)
    // ok: other.koog/checkpoint, other.koog/traces
    install(Persistence, OpenTelemetry)
    // ok: other.koog/checkpoint-store
    val chat = ChatMemory()
    // ok: other.koog/model-id
    val model = OpenAIModels.Chat.GPT4o
}

// ok: other.koog/tool
@Tool
fun help() = "ai.koog"
