"""Tools that are classes of the program itself, and a server of the open protocol made by hand."""

from abc import ABC

from mcp.server import Server

# evidence: neutral.tools/mcp-server
server = Server("claims")


# evidence: neutral.tools/own-tool-class
class Tool(ABC):
    name = ""


# evidence: neutral.tools/own-tool-class
class PolicyTool(Tool):
    name = "policy"


# ok: neutral.tools/own-tool-class
class Hammer(Instrument):
    name = "hammer"


# evidence: neutral.tools/own-tool-class
class ClaimsToolset:
    pass


# evidence: neutral.tools/own-tool-class
class BaseTool(BaseModel, ABC):
    name = ""


# evidence: neutral.tools/own-tool-class
class Browser(BaseTool, Generic[Context]):
    name = "browser"


# evidence: neutral.tools/own-tool-class
class AbstractTool:
    name = ""


# evidence: neutral.tools/own-tool-class
class Search(Tool):
    name = "search"


# evidence: neutral.tools/own-tool-class
class DeskTool(ClaimsToolsBase):
    name = "desk"


# ok: neutral.tools/own-tool-class
class ClaimsRuleset:
    pass


class Look(Pack):
    # evidence: neutral.tools/own-tool-class
    args_schema = LookArgs


class Plain(Pack):
    # ok: neutral.tools/own-tool-class
    args_schema = None


# evidence: neutral.tools/own-tool-class
class Tool(BaseModel):
    name: str = ""


# evidence: neutral.tools/own-tool-class
class Tool(metaclass=Meta):
    name: str = ""
