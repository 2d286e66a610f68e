import aws.sdk.kotlin.services.bedrockagentruntime.BedrockAgentRuntimeClient
import aws.sdk.kotlin.services.bedrockagentruntime.model.InvokeAgentRequest

suspend fun ask(kept: String) {
    BedrockAgentRuntimeClient { region = "us-east-1" }.use { client ->
        // evidence: aws.bedrock_agents/agent-invocation-sdk
        val request = InvokeAgentRequest {
            agentId = name
            // evidence: aws.bedrock_agents/session-block
            sessionId = kept
        }
        client.invokeAgent(request) { }
    }
    // ok: aws.bedrock_agents/session-block
    show(View(sessionId = kept, text = "x"))
}
