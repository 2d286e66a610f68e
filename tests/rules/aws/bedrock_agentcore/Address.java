package com.acme;

class Address {
    String of(String region, String id) {
        // evidence: aws.bedrock_agentcore/joined-address, aws.bedrock_agentcore/runtime-address
        return "https://bedrock-agentcore." + region + ".amazonaws.com/runtimes/" + id + "/invocations?qualifier=DEFAULT";
    }

    String other(String region) {
        // ok: aws.bedrock_agentcore/joined-address
        return "https://lambda." + region + ".amazonaws.com/functions/";
    }
}
