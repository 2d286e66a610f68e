using OpenAI.Responses;

class Result
{
    ResponseItem Back(string id, string text) =>
        // evidence: openai.responses/own-loop-result
        ResponseItem.CreateFunctionCallOutputItem(id, text);

    ResponseItem Say(string text) =>
        // ok: openai.responses/own-loop-result
        ResponseItem.CreateUserMessageItem(text);
}
