package desk;

class Completion {
    // evidence: openai.chat/model-constant
    private String model = "gpt-3.5-turbo";
    // ok: openai.chat/model-constant
    private String imageModel = "gpt-4o";
    // ok: openai.chat/model-constant
    String GPT4 = "gpt-4";
}
