package desk;

import com.google.genai.types.Part;

class Result {
    Part back(Map<String, Object> result) {
        // evidence: google.gemini/own-loop-result
        return Part.fromFunctionResponse("lookup", result);
    }

    Part say(String text) {
        // ok: google.gemini/own-loop-result
        return Part.fromText(text);
    }
}
