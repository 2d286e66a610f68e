package example;

import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

class Values {
	// evidence: aws.bedrock_runtime/model-id-sdk
	Values(@Value("${app.search.model:us.amazon.nova-2-lite-v1:0}") String model) {
		this.model = model;
	}

	// ok: aws.bedrock_runtime/model-id-sdk
	void open(@Value("${app.search.model}") String model) {
	}
}
