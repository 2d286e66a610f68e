public class Queue
{
    public async Task Handle(ProcessMessageEventArgs args)
    {
        // evidence: neutral.retry/redelivery
        if (args.Message.DeliveryCount >= 3)
        {
            await args.DeadLetterMessageAsync(args.Message);
        }
        // ok: neutral.retry/redelivery
        var count = args.Message.DeliveryCount;
    }
}
