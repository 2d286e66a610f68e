package desk;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;

// evidence: temporal.temporal/typed-workflow
@WorkflowInterface
interface Flow {
    // evidence: temporal.temporal/typed-state
    @QueryMethod
    // ok: temporal.temporal/typed-state
    String status();
}

class FlowImpl implements Flow {
    // evidence: temporal.temporal/typed-retry
    RetryOptions again = RetryOptions.newBuilder().setMaximumAttempts(5).build();
    // evidence: temporal.temporal/typed-retry
    ActivityOptions options = ActivityOptions.newBuilder().setRetryOptions(again).build();
    // ok: temporal.temporal/typed-retry
    PrintOptions print = PrintOptions.newBuilder().build();
    // evidence: temporal.temporal/typed-workflow, temporal.temporal/typed-history
    Steps steps = Workflow.newActivityStub(Steps.class, options);
    // ok: temporal.temporal/typed-workflow, temporal.temporal/typed-history
    Press press = Printing.newActivityStub(Press.class);
}
