import software.amazon.awssdk.services.bedrockagentruntime.BedrockAgentRuntimeAsyncClient;

class Block {
    void ask(BedrockAgentRuntimeAsyncClient client, String kept, Object handler) {
        // evidence: aws.bedrock_agents/agent-invocation-sdk, aws.bedrock_agents/session-block
        client.invokeAgent(b -> b.agentId(name).agentAliasId(alias).sessionId(kept).inputText("x"), handler).join();
    }

    // ok: aws.bedrock_agents/session-block
    Object view(String kept) { return View.builder().sessionId(kept).build(); }
}
