package example;

import software.amazon.awssdk.services.bedrockruntime.model.*;

class Offered {
	Tool offered(String name) {
		// evidence: aws.bedrock_runtime/tool-schema
		var spec = ToolSpecification.builder().name(name).build();
		// ok: aws.bedrock_runtime/tool-schema
		return Tool.builder().toolSpec(spec).build();
	}
}
