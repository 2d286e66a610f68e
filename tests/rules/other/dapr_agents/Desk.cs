using Dapr.Workflow;

// evidence: other.dapr_agents/workflow, other.dapr_agents/workflow-record
public sealed class Desk : Workflow<string, string>
{
    public override async Task<string> RunAsync(WorkflowContext context, string text)
    {
        // evidence: other.dapr_agents/workflow-retries
        var options = new WorkflowTaskOptions(new WorkflowRetryPolicy(3, TimeSpan.FromSeconds(1)));
        return await context.CallActivityAsync<string>("Ask", text, options);
    }
}

public static class Set
{
    // evidence: other.dapr_agents/workflow
    public static void Up(IServiceCollection services) => services.AddDaprWorkflow(options => options.RegisterWorkflow<Desk>());
}
