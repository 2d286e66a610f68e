from agent_framework.redis import RedisContextProvider

from ours import DiskProvider

# evidence: microsoft.agent_framework/history-store
memory = RedisContextProvider(redis_url="redis://localhost:6379")
# ok: microsoft.agent_framework/history-store
other = DiskProvider(path="memory")
