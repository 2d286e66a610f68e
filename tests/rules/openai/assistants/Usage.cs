using OpenAI.Assistants;

public class Usage
{
    public int Of(ThreadRun run)
    {
        // ok: openai.assistants/run-usage
        var status = run.Status;
        // evidence: openai.assistants/run-usage
        return run.Usage.TotalTokenCount;
    }
}
