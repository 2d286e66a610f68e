using Temporalio.Common;
using Temporalio.Workflows;

// evidence: temporal.temporal/dotnet-worker
[Workflow]
public class Flow
{
    // evidence: temporal.temporal/typed-history
    [WorkflowRun]
    public async Task<string> RunAsync(string text)
    {
        // evidence: temporal.temporal/typed-workflow, temporal.temporal/typed-history
        return await Workflow.ExecuteActivityAsync((Steps steps) => steps.Ask(text), new()
        {
            // evidence: temporal.temporal/typed-retry
            StartToCloseTimeout = TimeSpan.FromMinutes(1),
            // evidence: temporal.temporal/typed-retry
            RetryPolicy = new RetryPolicy { MaximumAttempts = 4 },
        });
    }

    // evidence: temporal.temporal/typed-state
    [WorkflowQuery]
    // ok: temporal.temporal/typed-state
    // ok: temporal.temporal/typed-retry
    public string Status => "open";
}
