class DeskAgent
{
    // evidence: google.gemini/own-agent-rest
    const string Address = "https://generativelanguage.googleapis.com/v1beta/models/";
    // ok: google.gemini/own-agent-rest
    const string Other = "https://example.test/v1beta/models/";
}
