package example;

import org.springaicommunity.agentcore.context.AgentCoreHeaders;

class Headers {
	String session(AgentCoreContext context) {
		// evidence: aws.bedrock_agentcore/runtime-session
		String id = context.getHeader(AgentCoreHeaders.SESSION_ID);
		// ok: aws.bedrock_agentcore/runtime-session
		String auth = context.getHeader(AgentCoreHeaders.AUTHORIZATION);
		return id;
	}
}
