"""A desk that is spoken to, run by AG2."""

from autogen.agentchat.realtime_agent import RealtimeAgent

# evidence: microsoft.agent_framework/agent
desk = RealtimeAgent(name="desk", llm_config=settings)
# evidence: microsoft.agent_framework/tool
desk.register_realtime_function(name="policy", description="")(policy)
# ok: microsoft.agent_framework/agent, microsoft.agent_framework/tool
yard = RealtimeYard(name="yard")
