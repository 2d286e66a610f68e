using System.Text.Json;

// evidence: neutral.state/session-class
public sealed class FileConversationStore
{
    public void Keep(string path, List<string> messages, Settings settings)
    {
        // evidence: neutral.state/session-file
        File.WriteAllText(path, JsonSerializer.Serialize(messages));
        // ok: neutral.state/session-file
        File.WriteAllText(path, JsonSerializer.Serialize(settings));
    }
}

// ok: neutral.state/session-class
public class SessionOptions { }

// ok: neutral.state/session-class
public class BrowserSessionStorageService { }
