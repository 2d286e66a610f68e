using Google.GenAI;
using Google.GenAI.Types;

namespace Claims;

public static class Loop
{
    public static async Task<string> AskAsync(List<Content> history)
    {
        var client = new Client();
        // evidence: google.gemini/hosted-tool
        var lookup = new FunctionDeclaration { Name = "lookup" };
        // evidence: google.gemini/own-loop
        var config = new GenerateContentConfig { Tools = new List<Tool> { new Tool { FunctionDeclarations = new() { lookup } } } };
        // evidence: google.gemini/model-id, google.gemini/model-setting
        var answer = await client.Models.GenerateContentAsync(model: "gemini-2.5-flash", contents: history, config: config);
        // evidence: google.gemini/usage-fields
        Meter(answer.UsageMetadata.TotalTokenCount);
        // evidence: google.gemini/stored-content
        var file = await client.Files.UploadAsync(filePath: "claims.pdf");
        // ok: google.gemini/own-loop
        var plain = new GenerateContentConfig { Temperature = 0.1 };
        // ok: google.gemini/stored-content
        await bucket.Files.UploadAsync("claims.pdf");
        return answer.Text;
    }
}
