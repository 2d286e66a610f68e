package desk;

import com.openai.models.chat.completions.ChatCompletionToolMessageParam;

class Result {
    Object back(String id, String text) {
        // evidence: openai.chat/own-loop-result
        return ChatCompletionToolMessageParam.builder().toolCallId(id).content(text).build();
    }

    Object other(String id) {
        // ok: openai.chat/own-loop-result
        return ShopMessageParam.builder().toolCallId(id).build();
    }
}
