using System.Diagnostics;

public class AgentTraceMiddleware(string name)
{
    private readonly ActivitySource _source = new($"Desk.{name}");

    public async Task<State> InvokeAsync(State state, Next next)
    {
        // evidence: neutral.telemetry/agent-activity, neutral.telemetry/span
        using var activity = _source.StartActivity($"{name}.Invoke");

        // ok: neutral.telemetry/agent-activity
        return await next(state);
    }
}
