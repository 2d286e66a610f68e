from semantic_kernel.agents import AzureAIAgentThread, ChatHistoryAgentThread

# evidence: microsoft.foundry_agents/wrapper-thread
thread = AzureAIAgentThread(client=client)
# ok: microsoft.foundry_agents/wrapper-thread
own = ChatHistoryAgentThread()
