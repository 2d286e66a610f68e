using System;
using System.Threading.Tasks;
using OpenAI.Chat;
using System.ClientModel.Primitives;
using Polly;
using Polly.Retry;

public class Calls
{
    public async Task<string> Ask(ChatClient client, IServiceCollection services)
    {
        // evidence: neutral.retry/resilience-library
        var pipeline = new ResiliencePipelineBuilder()
            // evidence: neutral.retry/resilience-library
            .AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 3 })
            .Build();
        // evidence: neutral.retry/resilience-library
        services.AddHttpClient("agents").AddStandardResilienceHandler();
        // ok: neutral.retry/resilience-library
        services.AddHttpClient("agents").AddHeaderPropagation();
        // evidence: neutral.retry/resilience-library
        await Policy.Handle<TimeoutException>().WaitAndRetryAsync(3, i => TimeSpan.FromSeconds(i)).ExecuteAsync(() => client.Go());
        // evidence: neutral.retry/client-attempts
        var options = new OpenAIClientOptions { RetryPolicy = new ClientRetryPolicy(maxRetries: 5) };
        // ok: neutral.retry/client-attempts
        var other = new OpenAIClientOptions { RetryPolicy = new MyRetryPolicy(maxRetries: 5) };
        // evidence: neutral.retry/retry-loop
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                return await client.CompleteChatAsync("x");
            }
            catch (Exception)
            {
                await Task.Delay(1000 * attempt);
            }
        }
        // evidence: neutral.retry/call-deadline
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        // ok: neutral.retry/call-deadline
        using var stop = new CancellationTokenSource();
        // evidence: neutral.retry/retry-helper
        await RetryWithBackoffAsync(() => client.CompleteChatAsync("x"));
        // ok: neutral.retry/retry-helper
        await RetryWithBackoffAsync(() => database.Load("x"));
        // ok: neutral.retry/retry-loop
        foreach (var port in ports)
        {
            await client.CompleteChatAsync(port);
        }
        return "";
    }
}
