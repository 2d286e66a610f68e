using Amazon.BedrockRuntime.Model;

class Result
{
    ContentBlock Back(string id) =>
        // evidence: aws.bedrock_runtime/own-loop-result
        new ContentBlock { ToolResult = new ToolResultBlock { ToolUseId = id } };

    ContentBlock Say(string text) =>
        // ok: aws.bedrock_runtime/own-loop-result
        new ContentBlock { Text = text };
}
