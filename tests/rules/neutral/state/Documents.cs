using Microsoft.Azure.Cosmos;

public class Documents(Container container)
{
    public async Task Keep(TaskState taskStatus, TaskState status, Order order)
    {
        // evidence: neutral.state/session-document
        await container.UpsertItemAsync(taskStatus, new PartitionKey(taskStatus.Id));
        // evidence: neutral.state/session-document
        await container.UpsertItemAsync(status, new PartitionKey(status.TaskId));
        // ok: neutral.state/session-document
        await container.UpsertItemAsync(order, new PartitionKey(order.Id));
    }
}
