"""A claims desk whose tasks an engine hands to the company's own workers."""

from hatchet_sdk import Context, EmptyModel, Hatchet

hatchet = Hatchet()


# evidence: other.hatchet/task, other.hatchet/task-retries
@hatchet.task(name="assess", retries=3)
async def assess(input: EmptyModel, ctx: Context) -> str:
    return "covered"


# evidence: other.hatchet/task, other.hatchet/durable-task
# ok: other.hatchet/task-retries
@hatchet.durable_task(name="settle")
async def settle(input: EmptyModel, ctx: Context) -> str:
    return await assess.aio_run(input)


# evidence: other.hatchet/task
worker = hatchet.worker("claims", workflows=[assess, settle])
# ok: other.hatchet/task
board = shop.task("sweep")
# ok: other.hatchet/durable-task
durable = shop.durable_task("sweep")
