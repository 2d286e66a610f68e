"""A register of tools of our own."""

from desk import limit, table

# evidence: neutral.tools/own-registry
TOOL_REGISTRY: dict[str, object] = {"limit": limit, "table": table}
# evidence: neutral.tools/own-registry
tools_registry: dict[str, type] = {"limit": limit}
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

# evidence: neutral.tools/own-registry
tools: list[BaseTool] = [policy_tool]
# evidence: neutral.tools/own-registry
list_claims = ToolDefinition(name="ListClaims", description="")
# ok: neutral.tools/own-registry
hammers: list[Hammer] = [hammer]


# evidence: neutral.tools/own-registry
@registry.tool(parameters={"type": "object", "properties": {}})
def read_claim(claim: str) -> str:
    return claim


# ok: neutral.tools/own-registry
@registry.view(parameters={})
def read_desk(desk: str) -> str:
    return desk


# evidence: neutral.tools/own-registry
class ToolCollection:
    parts = 0


# evidence: neutral.tools/own-registry
class ToolHandler:
    parts = 0


# ok: neutral.tools/own-registry
class Handler:
    parts = 0

# evidence: neutral.tools/own-registry
function_mapping = {
    "get_stock": get_stock,
}
# ok: neutral.tools/own-registry
function_mappings = {}


# evidence: neutral.tools/own-registry
@register_plugin_tool("read_policy")
def read_policy(policy: str) -> str:
    return policy


# ok: neutral.tools/own-registry
@register_view("read_policy")
def show_policy(policy: str) -> str:
    return policy
