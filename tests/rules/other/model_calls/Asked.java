package desk;

class Asked {
    // evidence: other.model_calls/address
    private String host = "https://api.openai.com/";
    // evidence: other.model_calls/address
    private String chat = "https://api.openai.com/v1/chat/completions";
    // ok: other.model_calls/address
    private String check = "https://api.openai.com/v1/me";
}
