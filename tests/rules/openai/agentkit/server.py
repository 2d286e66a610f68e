"""A chat on a server of one's own, and one on a hosted workflow."""

from chatkit.server import ChatKitServer, StreamingResult
from chatkit.store import Store
from openai import OpenAI

client = OpenAI()


# evidence: openai.agentkit/own-store
class Threads(Store[dict]):
    pass


# ok: openai.agentkit/own-store
class Shop(Warehouse):
    pass


# evidence: openai.agentkit/own-server
class Desk(ChatKitServer[dict]):
    async def load(self, thread_id, context):
        # evidence: openai.agentkit/own-store
        return await self.store.load_thread(thread_id, context)


# ok: openai.agentkit/own-server
class Web(HttpServer):
    pass


def answer(result):
    # evidence: openai.agentkit/own-server
    return isinstance(result, StreamingResult)


# evidence: openai.agentkit/hosted-session, openai.agentkit/hosted-conversation
session = client.beta.chatkit.sessions.create(
    user="u1",
    # evidence: openai.agentkit/workflow-values
    # evidence: openai.agentkit/workflow-id
    workflow={"id": "wf_68df4b13b3588190a09d19288d4610ec0df388c3983f58d1", "state_variables": {"plan": "gold"}},
)
# ok: openai.agentkit/hosted-session, openai.agentkit/hosted-conversation, openai.agentkit/workflow-values, openai.agentkit/workflow-id
job = github.workflows.sessions.create(workflow={"id": "wf_deploy", "variables": {}})
# evidence: openai.agentkit/client-secret
answer = {"token": session.client_secret}
# ok: openai.agentkit/client-secret
public = {"id": session.client_id}
# evidence: openai.agentkit/hosted-threads
items = client.beta.chatkit.threads.list_items("t1")
# ok: openai.agentkit/hosted-threads
posts = forum.threads.list_items("t1")
