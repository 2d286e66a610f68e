package desk;

import com.anthropic.models.messages.ToolResultBlockParam;

class Result {
    Object back(String id, String text) {
        // evidence: anthropic.messages/own-loop-result
        return ToolResultBlockParam.builder().toolUseId(id).content(text).build();
    }

    Object other(String id) {
        // ok: anthropic.messages/own-loop-result
        return ShopResultBlockParam.builder().toolUseId(id).build();
    }
}
