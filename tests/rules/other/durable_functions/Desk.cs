using Microsoft.DurableTask.Entities;

// evidence: other.durable_functions/entity-state
public class Desk : TaskEntity<DeskState>
{
}

// ok: other.durable_functions/entity-state
public class Clerk : Worker<DeskState>
{
}
