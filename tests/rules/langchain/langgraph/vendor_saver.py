"""A graph whose checkpoints lie in a store of AWS, not in the owner's."""

from langgraph.prebuilt import create_react_agent
from langgraph_checkpoint_aws import AgentCoreMemorySaver

saver = AgentCoreMemorySaver("memory")
# ok: langchain.langgraph/checkpointed-graph, langchain.langgraph/checkpointer
# evidence: langchain.langgraph/graph
agent = create_react_agent("model", tools=[], checkpointer=saver)
