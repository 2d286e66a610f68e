package com.acme

import com.aallam.openai.api.assistant.AssistantRequest
import com.aallam.openai.api.assistant.AssistantTool
import com.aallam.openai.api.model.ModelId
import com.aallam.openai.api.run.RunRequest
import com.aallam.openai.client.OpenAI

class KotlinDesk(private val openAI: OpenAI) {
    suspend fun ask(board: Board) {
        // evidence: openai.assistants/client-run
        val request = AssistantRequest(
            // evidence: openai.assistants/definition-prompt
            instructions = "Answer questions on claims.",
            // evidence: openai.assistants/definition-tools, openai.assistants/definition-interpreter
            tools = listOf(AssistantTool.CodeInterpreter),
            // evidence: openai.assistants/definition-model, openai.assistants/model-setting
            model = ModelId("gpt-4-1106-preview"),
        )
        // evidence: openai.assistants/client-thread
        val thread = openAI.thread()
        // evidence: openai.assistants/client-run
        val run = openAI.createRun(thread.id, request = RunRequest(assistantId = board.desk))
        // evidence: openai.assistants/client-run-status
        openAI.getRun(threadId = thread.id, runId = run.id)
        // ok: openai.assistants/client-run, openai.assistants/client-thread
        openAI.chatCompletion(board.request)
        // ok: openai.assistants/client-thread
        board.thread()
    }
}
