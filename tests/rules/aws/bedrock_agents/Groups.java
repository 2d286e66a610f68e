package com.acme;

import software.amazon.awssdk.services.bedrockagentruntime.model.AgentActionGroup;
import software.amazon.awssdk.services.bedrockagentruntime.model.FunctionSchema;
import software.amazon.awssdk.services.bedrockagentruntime.model.InvocationResultMember;

class Groups {
    AgentActionGroup of(Claim claim) {
        // evidence: aws.bedrock_agents/action-group-sdk
        return AgentActionGroup.builder()
            .actionGroupName(claim.name())
            // evidence: aws.bedrock_agents/action-group-sdk
            .functionSchema(FunctionSchema.builder().build())
            .build();
    }

    InvocationResultMember answer(Object result) {
        // evidence: aws.bedrock_agents/action-group-sdk
        return InvocationResultMember.builder().build();
    }

    Claim claim() {
        // ok: aws.bedrock_agents/action-group-sdk
        return Claim.builder().build();
    }
}
