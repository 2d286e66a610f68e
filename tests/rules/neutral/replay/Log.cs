public class Steps
{
    public async Task Keep(IStore store, object step)
    {
        // evidence: neutral.replay/event-log
        await store.AppendEventAsync("run-1", step);
        // ok: neutral.replay/event-log
        _logger.LogTrace("step");
        // ok: neutral.replay/event-log
        await store.AppendInvoiceAsync(step);
    }
}
