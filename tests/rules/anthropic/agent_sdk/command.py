import asyncio
import subprocess


def run(prompt: str) -> str:
    # evidence: anthropic.agent_sdk/agent-command
    return subprocess.run(["claude", "-p", prompt], capture_output=True, text=True, timeout=600).stdout


async def later(prompt: str) -> None:
    # evidence: anthropic.agent_sdk/agent-command
    await asyncio.create_subprocess_exec("claude", "-p", prompt)
    # ok: anthropic.agent_sdk/agent-command
    subprocess.run(["claude", "mcp", "list"])
    # ok: anthropic.agent_sdk/agent-command
    subprocess.run(["git", "claude"])


def chosen(prompt: str) -> list[str]:
    # evidence: anthropic.agent_sdk/command-tools
    command = ["claude", "-p", prompt, "--allowedTools", "Edit", "Bash"]
    # ok: anthropic.agent_sdk/command-tools
    other = ["desk", "-p", prompt, "--allowed-origins", "a"]
    return command + other
