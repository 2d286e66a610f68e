"""Opens the database in which runs are saved and resumed."""

from langgraph.checkpoint.postgres.aio import AsyncPostgresSaver
from langgraph_checkpoint_cosmosdb import CosmosDBSaver

from shop import PostgresSaver


async def open_saver(pool):
    # evidence: langchain.langgraph/checkpointer, langchain.langgraph/checkpointed-graph
    saver = AsyncPostgresSaver(pool)
    # ok: langchain.langgraph/checkpointer, langchain.langgraph/checkpointed-graph
    other = PostgresSaver(pool)
    return saver, other


# evidence: langchain.langgraph/checkpointer, langchain.langgraph/checkpointed-graph
elsewhere = CosmosDBSaver(database_name="claims", container_name="runs")
