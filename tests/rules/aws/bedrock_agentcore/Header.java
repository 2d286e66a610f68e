package com.acme;

class Header {
    HttpRequest ask(String endpoint, String arn, String session) {
        // evidence: aws.bedrock_agentcore/runtime-address
        return HttpRequest.newBuilder(URI.create(endpoint + "/runtimes/" + arn + "/invocations?qualifier=DEFAULT"))
                // evidence: aws.bedrock_agentcore/runtime-session
                .header("X-Amzn-Bedrock-AgentCore-Runtime-Session-Id", session)
                .build();
    }

    HttpRequest other(String endpoint, String arn) {
        // ok: aws.bedrock_agentcore/runtime-address
        return HttpRequest.newBuilder(URI.create(endpoint + "/functions/" + arn + "/invocations")).build();
    }
}
