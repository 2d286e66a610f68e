import com.google.cloud.aiplatform.v1.ReasoningEngineExecutionServiceClient;

class Query {
    Object ask(Object request) throws Exception {
        try (var client = ReasoningEngineExecutionServiceClient.create()) {
            // evidence: google.agent_engine/query-sdk
            return client.queryReasoningEngine(request);
        }
    }

    // ok: google.agent_engine/query-sdk
    String name() { return "queryReasoningEngine"; }
}
