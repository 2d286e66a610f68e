"""A workflow of steps."""

from llama_index.agent.openai import OpenAIAgent
from llama_index.core.agent.workflow import FunctionAgent
from llama_index.core.callbacks.base_handler import BaseCallbackHandler
from llama_index.core.tools import FunctionTool
from llama_index.indices.managed.llama_cloud import LlamaCloudIndex
from workflows import Context, Workflow, step
from workflows.retry_policy import ConstantDelayRetryPolicy
from workflows.server import WorkflowServer


# evidence: other.llamaindex_workflows/workflow
class Claims(Workflow):
    # evidence: other.llamaindex_workflows/retry-rule
    @step(retry_policy=ConstantDelayRetryPolicy(delay=5))
    def read(self, event):
        return event

    # ok: other.llamaindex_workflows/retry-rule
    @step
    def pay(self, event):
        return event


# ok: other.llamaindex_workflows/workflow
class Desk(Office):
    pass


# evidence: other.llamaindex_workflows/workflow
agent = FunctionAgent(tools=[])
# evidence: other.llamaindex_workflows/workflow
older = OpenAIAgent.from_tools([], max_function_calls=3)
# evidence: other.llamaindex_workflows/run
older.agent.chat("a claim")
# ok: other.llamaindex_workflows/run
older.room.chat("a claim")


# evidence: other.llamaindex_workflows/trace-handler
class Watch(BaseCallbackHandler):
    pass


# evidence: other.llamaindex_workflows/tool
policy = FunctionTool.from_defaults(fn=read)
# ok: other.llamaindex_workflows/tool
saw = PowerTool.from_defaults(fn=read)
# evidence: other.llamaindex_workflows/store
server = WorkflowServer()
# ok: other.llamaindex_workflows/store
web = WebServer()
# evidence: other.llamaindex_workflows/cloud-index
known = LlamaCloudIndex("claims")
# ok: other.llamaindex_workflows/cloud-index
own = VectorStoreIndex("claims")


def keep(ctx, saved):
    # evidence: other.llamaindex_workflows/saved-context
    open("run.json", "w").write(ctx.to_dict())
    # ok: other.llamaindex_workflows/saved-context
    # ok: other.llamaindex_workflows/saved-context
    rows = [context.to_dict() for context in frame]
    return frame.to_dict(), rows
