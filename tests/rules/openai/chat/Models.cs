using OpenAI.Chat;

class Models
{
    // evidence: openai.chat/model-id-sdk
    private readonly ChatClient client = new ChatClient("gpt-4o", Environment.GetEnvironmentVariable("OPENAI_API_KEY"));
    // ok: openai.chat/model-id-sdk
    private readonly string voice = "gpt-4o-mini-tts";
}
