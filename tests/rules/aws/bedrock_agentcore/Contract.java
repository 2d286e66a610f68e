package example;

import org.springframework.web.bind.annotation.PostMapping;

class Contract {
	// evidence: aws.bedrock_agentcore/container-contract
	@PostMapping("/invocations")
	String ask(String body) {
		return body;
	}

	// ok: aws.bedrock_agentcore/container-contract
	@PostMapping("/orders")
	String order(String body) {
		return body;
	}
}
