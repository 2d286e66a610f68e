from functools import partial

import ibm_watsonx_ai


# evidence: other.watsonx_ai/service-entry
def deployable_ai_service(context, url=None, model_id=None):
    def generate(context) -> dict:
        """
        POST /ml/v4/deployments/{id_or_name}/ai_service
        """
        return {"body": {}}

    return generate


def put(client, meta):
    # evidence: other.watsonx_ai/service-entry
    return client.repository.store_ai_service(deployable_ai_service, meta)


def ask(client, deployment, question):
    # evidence: other.watsonx_ai/service-call
    run = partial(client.deployments.run_ai_service, deployment)
    # ok: other.watsonx_ai/service-call
    client.deployments.get_details(deployment)
    return run(question)


# ok: other.watsonx_ai/service-entry
def ai_service(context):
    return context
