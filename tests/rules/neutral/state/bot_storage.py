from microsoft_agents.hosting.core import MemoryStorage

from ours import DiskStorage

# evidence: neutral.state/bot-state
storage = MemoryStorage()
# ok: neutral.state/bot-state
other = DiskStorage()
