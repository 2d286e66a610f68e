"""The older agents and memories of the library."""

from langchain.agents import AgentExecutor, create_react_agent
from langchain.memory import ConversationBufferWindowMemory
from langchain_experimental.agents.agent_toolkits import create_csv_agent

from figures import create_csv_report

# evidence: langchain.langchain/message-history
memory = ConversationBufferWindowMemory(k=3)
# evidence: langchain.langchain/agent
agent = create_react_agent(model, tools, prompt)
# evidence: langchain.langchain/agent
desk = AgentExecutor(agent=agent, tools=tools, memory=memory)
# evidence: langchain.langchain/agent
figures = create_csv_agent(model, "claims.csv")
# ok: langchain.langchain/agent
report = create_csv_report(model, "claims.csv")
# ok: langchain.langchain/message-history
window = ConversationWindow(k=3)
