using OpenAI.Chat;

class Result
{
    ChatMessage Back(string id, string text) =>
        // evidence: openai.chat/own-loop-result
        new ToolChatMessage(id, text);

    ChatMessage Say(string text) =>
        // ok: openai.chat/own-loop-result
        new UserChatMessage(text);
}
