"""How long `lockin-audit --help` takes, as a ratio of importing typer and pydantic (goal: at most 1.5)."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time


def seconds(command: list[str], runs: int = 9) -> float:
    """Median wall time of a command, after one warm-up."""
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


if __name__ == "__main__":
    base = seconds([sys.executable, "-c", "import typer, pydantic"])
    ours = seconds([sys.executable, "-m", "lockin_audit", "--help"])
    sys.stdout.write(f"help / (import typer, pydantic) = {ours / base:.2f} (goal: at most 1.5)\n")
    sys.exit(ours / base > 1.5)
