package desk;

class DeskAgent {
    // evidence: anthropic.messages/own-agent-rest
    static final URI ADDRESS = URI.create("https://api.anthropic.com/v1/messages");
    // ok: anthropic.messages/own-agent-rest
    static final URI OTHER = URI.create("https://api.anthropic.com/v1/models");
}
