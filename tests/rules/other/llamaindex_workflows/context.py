"""What the steps know, and where their traces go."""

from llama_index.core import set_global_handler
from llama_index.core.workflow import Context, Workflow, step

# evidence: other.llamaindex_workflows/trace-handler
set_global_handler("arize_phoenix")
# ok: other.llamaindex_workflows/trace-handler
set_local_handler("desk")


# evidence: other.llamaindex_workflows/workflow
class Claims(Workflow):
    @step
    async def read(self, ctx: Context, event):
        # evidence: other.llamaindex_workflows/context-state
        await ctx.store.set("claim", event.claim)
        # ok: other.llamaindex_workflows/context-state
        self.shelf.set("claim", event.claim)
        return event


async def main(workflow, press):
    # evidence: other.llamaindex_workflows/run
    await workflow.run(claim=1)
    # ok: other.llamaindex_workflows/run
    await press.run(claim=1)
