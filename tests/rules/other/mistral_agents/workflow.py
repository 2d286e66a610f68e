"""A workflow whose order and record lie at Mistral."""

from datetime import timedelta

import mistralai.workflows as workflows
import mistralai.workflows.plugins.mistralai as plugin
from mistralai.client import Mistral
from mistralai.workflows.plugins.mistralai.connectors import connector, uses_connectors
from shop import Desk, house

# evidence: other.mistral_agents/workflow-connector
mail = connector("mail")
# ok: other.mistral_agents/workflow-connector
door = house("mail")


# evidence: other.mistral_agents/workflow-retry
@workflows.activity(retry_policy_max_attempts=3, start_to_close_timeout=timedelta(seconds=60))
async def read(text: str) -> str:
    # evidence: other.mistral_agents/workflow-model
    return await plugin.mistralai_chat_complete(plugin.ChatCompletionRequest(model="mistral-small-latest", messages=[]))


# ok: other.mistral_agents/workflow-retry
@workflows.activity()
async def scan(text: str) -> str:
    # ok: other.mistral_agents/workflow-model
    return await plugin.mistralai_ocr(model="mistral-ocr-latest")


# evidence: other.mistral_agents/workflow
@workflows.workflow.define(name="claims")
# evidence: other.mistral_agents/workflow-connector
@uses_connectors(mail)
# evidence: other.mistral_agents/workflow
class Claims(workflows.InteractiveWorkflow):
    async def run(self, text: str) -> str:
        found = await read(text)
        # evidence: other.mistral_agents/workflow-wait
        answer = await self.wait_for_input(plugin.AcceptDeclineConfirmation(found))
        # ok: other.mistral_agents/workflow-wait
        return await self.wait(answer)


def start(client: Mistral, desk: Desk) -> None:
    # evidence: other.mistral_agents/workflow
    client.workflows.execute_workflow(workflow_identifier="claims", input={})
    # ok: other.mistral_agents/workflow
    desk.workflows.execute_workflow("claims")
    # evidence: other.mistral_agents/workflow-trace
    client.workflows.executions.get_workflow_execution_trace_events(execution_id="1")
    # ok: other.mistral_agents/workflow-trace
    client.workflows.executions.get_workflow_execution(execution_id="1")
