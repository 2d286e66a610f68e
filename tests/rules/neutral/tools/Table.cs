class Table
{
    // evidence: neutral.tools/own-tool-map
    private readonly Dictionary<string, Func<string, Task<string>>> _toolHandlers = new();

    // evidence: neutral.tools/own-tool-map
    private readonly Dictionary<string, ITool> _tools;

    // ok: neutral.tools/own-tool-map
    public string Call(Dictionary<string, ITool> given, string name) => given[name].Run();
}
