using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

public static class Claims
{
    [Function(nameof(Claims))]
    public static async Task<string> Run(
        // evidence: other.durable_functions/step-record
        [OrchestrationTrigger] TaskOrchestrationContext context)
    {
        // evidence: other.durable_functions/retry-policy
        var patient = TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromSeconds(5)));
        // evidence: other.durable_functions/step-log
        var log = context.CreateReplaySafeLogger(nameof(Claims));
        // ok: other.durable_functions/step-log
        var other = factory.CreateLogger(nameof(Claims));
        // evidence: other.durable_functions/retry-policy
        var allowed = await context.WaitForExternalEvent<bool>("Allowed", TimeSpan.FromHours(24));
        // ok: other.durable_functions/retry-policy
        var heard = await context.WaitForExternalEvent<bool>("Heard");
        // evidence: other.durable_functions/workflow
        return await context.CallActivityAsync<string>("Sort", "claim", patient);
    }

    public static async Task Start(DurableTaskClient client)
    {
        // evidence: other.durable_functions/workflow
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(Claims));
    }
}
