// The same in Java.
package desk;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.bedrock.CfnAgent;
import software.amazon.awscdk.services.bedrock.CfnKnowledgeBase;

class DeskStack extends Stack {
    DeskStack(String text) {
        // evidence: aws.bedrock_agents/agent-construct, aws.bedrock_agents/construct-prompt
        CfnAgent.Builder.create(this, "Claims").instruction(text).build();
        // evidence: aws.bedrock_agents/knowledge-base
        CfnKnowledgeBase.Builder.create(this, "Manuals").name("manuals").build();
        // ok: aws.bedrock_agents/construct-prompt
        Letter.builder().instruction(text).build();
    }
}
