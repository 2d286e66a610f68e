using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace Desk;

public sealed class Filter(ILogger<Filter> log) : IFunctionInvocationFilter
{
    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        // evidence: microsoft.agent_framework/filter-log
        log.LogInformation("{Plugin}.{Function}", context.Function.PluginName, context.Function.Name);
        // ok: microsoft.agent_framework/filter-log
        await next(context);
    }
}
