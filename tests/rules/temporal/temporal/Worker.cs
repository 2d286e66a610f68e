using Temporalio.Activities;
using Temporalio.Worker;

public class Tools
{
    // evidence: temporal.temporal/dotnet-activity
    [Activity]
    public string Lookup(string number)
    {
        // evidence: temporal.temporal/dotnet-step-log
        ActivityExecutionContext.Current.Logger.LogInformation("lookup");
        // ok: temporal.temporal/dotnet-step-log
        Console.WriteLine("lookup");
        return number;
    }

    // ok: temporal.temporal/dotnet-activity
    [Obsolete]
    public static void Start()
    {
        // evidence: temporal.temporal/dotnet-worker
        var worker = new TemporalWorker(client, options);
        // ok: temporal.temporal/dotnet-worker
        var other = new BackgroundWorker(client);
    }
}
