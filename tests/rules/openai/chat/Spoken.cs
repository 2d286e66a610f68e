using Azure.AI.VoiceLive;

namespace Desk;

public static class Voice
{
    // evidence: openai.chat/realtime-model
    public static string Model => "gpt-realtime-mini";

    // ok: openai.chat/realtime-model
    public static string Title => "gpt-realtime at the desk";
}
