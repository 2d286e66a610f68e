package desk;

import software.amazon.awssdk.services.bedrockruntime.model.ToolResultBlock;

class Result {
    Object back(String id, String text) {
        // evidence: aws.bedrock_runtime/own-loop-result
        return ToolResultBlock.builder().toolUseId(id).build();
    }

    Object other(String id) {
        // ok: aws.bedrock_runtime/own-loop-result
        return ShopResultBlock.builder().toolUseId(id).build();
    }
}
