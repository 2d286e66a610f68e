package desk;

import io.dapr.workflows.Workflow;
import io.dapr.workflows.WorkflowStub;
import io.dapr.workflows.WorkflowTaskOptions;
import io.dapr.workflows.WorkflowTaskRetryPolicy;

// evidence: other.dapr_agents/workflow, other.dapr_agents/workflow-record
public class Desk implements Workflow {
    @Override
    public WorkflowStub create() {
        return ctx -> {
            // evidence: other.dapr_agents/workflow-retries
            var policy = WorkflowTaskRetryPolicy.newBuilder().setMaxNumberOfAttempts(3).build();
            ctx.callActivity("ask", ctx.getInput(String.class), new WorkflowTaskOptions(policy), String.class).await();
        };
    }
}

// ok: other.dapr_agents/workflow, other.dapr_agents/workflow-record
class Other implements Flow {
    // ok: other.dapr_agents/workflow-retries
    Object policy = Policy.newBuilder().build();
}
