"""A plug-in that looks on: it is handed the context of tools and is none."""

from google.adk.plugins.base_plugin import BasePlugin
from google.adk.tools.tool_context import ToolContext


# ok: google.adk/own-tool
# evidence: google.adk/own-event-log
class Watch(BasePlugin):
    # ok: google.adk/own-tool
    async def after_tool_callback(self, *, tool_context: ToolContext) -> None:
        print(tool_context)
