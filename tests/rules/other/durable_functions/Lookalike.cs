using Shop.DurableTask;

public static class Lookalike
{
    // ok: other.durable_functions/step-record
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        // ok: other.durable_functions/retry-policy
        var patient = new RetryPolicy(3);
        // ok: other.durable_functions/workflow
        await context.CallActivityAsync("Sort", patient);
    }
}
