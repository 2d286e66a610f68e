package desk;

import com.openai.models.responses.ResponseInputItem;

class Result {
    Object back(String id, String text) {
        // evidence: openai.responses/own-loop-result
        return ResponseInputItem.FunctionCallOutput.builder().callId(id).output(text).build();
    }

    Object say(String text) {
        // ok: openai.responses/own-loop-result
        return ResponseInputItem.Message.builder().addInputTextContent(text).build();
    }
}
