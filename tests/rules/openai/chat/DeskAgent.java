package desk;

class DeskAgent {
    // evidence: openai.chat/own-agent-rest
    static final URI ADDRESS = URI.create("https://api.openai.com/v1/chat/completions");
    // ok: openai.chat/own-agent-rest
    static final URI OTHER = URI.create("https://api.openai.com/v1/models");

    String body(String text) {
        return """
            {
              // evidence: openai.chat/model-in-request
              "model": "gpt-4",
              // ok: openai.chat/model-in-request
              "user": "gpt-4",
              "messages": []
            }
            """;
    }
}
