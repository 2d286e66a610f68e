import software.amazon.awscdk.services.bedrock.agentcore.alpha.Gateway;
import software.amazon.awscdk.services.bedrock.agentcore.alpha.Memory;
import software.amazon.awscdk.services.bedrock.agentcore.alpha.Runtime;
// evidence: aws.bedrock_agentcore/java-memory
import org.springaicommunity.agentcore.memory.longterm.AgentCoreLongTermMemoryAdvisor;
// ok: aws.bedrock_agentcore/java-memory
import org.springaicommunity.agentcore.context.AgentCoreContext;

class ClaimsStack {
  void build() {
    // evidence: aws.bedrock_agentcore/java-memory
    var memory = Memory.Builder.create(this, "memory").build();
    // evidence: aws.bedrock_agentcore/java-hosting
    var runtime = Runtime.Builder.create(this, "claims").build();
    // evidence: aws.bedrock_agentcore/java-gateway
    var gateway = Gateway.Builder.create(this, "tools").build();
    // ok: aws.bedrock_agentcore/java-gateway
    var output = CfnOutput.Builder.create(this, "address").build();
    // ok: aws.bedrock_agentcore/java-hosting
    var processors = java.lang.Runtime.getRuntime().availableProcessors();
    // evidence: aws.bedrock_agentcore/java-hosting
    var request = CreateAgentRuntimeRequest.builder().build();
  }

  // evidence: aws.bedrock_agentcore/java-hosting
  @AgentCoreInvocation
  String ask(String text) {
    return answer(text);
  }
}
