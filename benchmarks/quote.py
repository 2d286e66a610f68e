"""How long a cold `lockin-audit quote` takes, as a ratio of importing typer, pydantic and genai_prices (goal: at most 2.5)."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

GOAL = 2.5
BASE = [sys.executable, "-c", "import typer, pydantic, genai_prices"]
QUOTES = {
    "runtime hours": ["anthropic.managed_agents", "--set", "session_hours=1"],
    "with tokens": [
        "anthropic.managed_agents",
        "--model",
        "anthropic/claude-opus-5",
        *(part for meter in ("session_hours=1", "input_tokens=50000", "output_tokens=15000") for part in ("--set", meter)),
    ],
    "cheapest of several plans": ["microsoft.copilot_studio", "--set", "generative_answers=54000"],
}


def once(command: list[str]) -> float:
    """Wall time of a fresh process, in seconds."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def ratio(command: list[str], runs: int = 11) -> float:
    """Median time of a command over that of the imports, measured in turns so that both meet the same load."""
    once(BASE), once(command)
    pairs = [(once(BASE), once(command)) for _ in range(runs)]
    return statistics.median(ours for _, ours in pairs) / statistics.median(base for base, _ in pairs)


if __name__ == "__main__":
    worst = 0.0
    for name, arguments in QUOTES.items():
        found = ratio([sys.executable, "-m", "lockin_audit", "quote", *arguments, "--as-of", "2026-11-21", "--format", "json"])
        worst = max(worst, found)
        sys.stdout.write(f"quote {name} / (import typer, pydantic, genai_prices) = {found:.2f} (goal: at most {GOAL})\n")
    sys.exit(worst > GOAL)
