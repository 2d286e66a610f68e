from dataclasses import dataclass

from .tools import CortexAgentTool


@dataclass
class Configuration:
    tools: list[CortexAgentTool]
    # evidence: other.snowflake_cortex/agent-model
    model: str = "claude-3-5-sonnet"
    # ok: other.snowflake_cortex/agent-model
    team: str = "claude-monet"
