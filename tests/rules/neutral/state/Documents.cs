using Microsoft.Azure.Cosmos;

public class Documents(Container container)
{
    public async Task Keep(TaskState taskStatus, Order order)
    {
        // evidence: neutral.state/session-document
        await container.UpsertItemAsync(taskStatus, new PartitionKey(taskStatus.Id));
        // ok: neutral.state/session-document
        await container.UpsertItemAsync(order, new PartitionKey(order.Id));
    }
}
