import azure.durable_functions as df

# evidence: other.durable_functions/step-record
app = df.DFApp()


@app.orchestration_trigger(context_name="context")
def claims(context):
    # evidence: other.durable_functions/retry-policy
    patient = df.RetryOptions(first_retry_interval_in_milliseconds=5000, max_number_of_attempts=3)
    # evidence: other.durable_functions/workflow
    return (yield context.call_activity_with_retry("sort", patient, "claim"))


def begin(client):
    # evidence: other.durable_functions/workflow
    return client.schedule_new_orchestration("claims", input="claim")


def wait(context, deadline):
    # evidence: other.durable_functions/retry-policy
    late = context.create_timer(deadline)
    # ok: other.durable_functions/retry-policy
    heard = context.wait_for_external_event("Allowed")
    return [heard, late]


# evidence: other.durable_functions/entity-state
@app.entity_trigger(context_name="context")
def desk(context):
    context.set_state({"messages": []})


# ok: other.durable_functions/entity-state
@app.route(route="desk")
def page(request):
    return request
