from agents import function_tool
from agents.extensions.experimental.codex import codex_tool

# evidence: openai.codex/agent-tool
tool = codex_tool(working_directory=".")
# ok: openai.codex/agent-tool
other = shell_tool(working_directory=".")
