"""A register of tools of our own."""

from desk import limit, table

# evidence: neutral.tools/own-registry
TOOL_REGISTRY: dict[str, object] = {"limit": limit, "table": table}
# ok: neutral.tools/own-registry
TOOL_NAMES = ["limit", "table"]


# evidence: neutral.tools/own-registry
class DeskToolRegistry:
    def __init__(self) -> None:
        self.tools = {}

    # evidence: neutral.tools/own-registry
    def register_tool(self, function) -> None:
        self.tools[function.__name__] = function

    # ok: neutral.tools/own-registry
    def register_desk(self, function) -> None:
        self.tools[function.__name__] = function
