"""Times a scan against ripgrep looking for the same strings in the same folder, and prints ratios.

    python benchmarks/scan_speed.py REPOSITORY [--runs N]

Ratios, not seconds: seconds depend on the machine. Needs `rg` on the path. The files are read once before anything is timed.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from lockin_audit.scan.engine import scan
from lockin_audit.scan.literals import LiteralIndex
from lockin_audit.scan.reading import NotRead, read_text
from lockin_audit.scan.repository import list_files
from lockin_audit.scan.runtimes import load_runtimes


def median_seconds(work: Callable[[], object], runs: int) -> float:
    """Median wall time of some runs after one that is not counted."""
    work()
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def read_and_prefilter(repository: Path, index: LiteralIndex) -> int:
    """The first pass of a scan alone: list, read, test for all literals."""
    hit = 0
    for entry in list_files(repository).entries:
        try:
            hit += bool(index.hits(read_text(str(repository), entry)))
        except NotRead:
            continue
    return hit


def main() -> None:
    """Print one line per way of scanning."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("repository", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    ripgrep = shutil.which("rg")
    if ripgrep is None:
        sys.exit("rg is not installed: install ripgrep and run again.")
    runtimes = load_runtimes(())
    literals = sorted({literal for runtime in runtimes for rule in runtime.rules for literal in rule.literals if "\n" not in literal})
    with tempfile.TemporaryDirectory() as folder:
        tokens = Path(folder) / "tokens"
        tokens.write_text("\n".join(literals) + "\n")
        command = [ripgrep, "-F", "-l", "--hidden", "-f", str(tokens), str(args.repository)]
        base = median_seconds(lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=False), args.runs)
        cache = Path(folder) / "cache"
        ways: dict[str, Callable[[], object]] = {"list only": lambda: list_files(args.repository)}
        for engine in ("hyperscan", "ahocorasick_rs", "re"):
            index = LiteralIndex(literals, engine)
            ways[f"list, read, prefilter ({engine})"] = lambda index=index: read_and_prefilter(args.repository, index)  # type: ignore[misc]
        ways["scan, one process, no cache"] = lambda: scan(args.repository, runtimes, jobs=1)
        ways["scan, processes as it decides, no cache"] = lambda: scan(args.repository, runtimes)
        ways["scan, warm cache"] = lambda: scan(args.repository, runtimes, jobs=1, cache=cache)
        result = scan(args.repository, runtimes, jobs=1)
        print(f"{result.stats.files} files read, {result.stats.candidates} looked at closely, {len(result.sites)} sites")
        for name, work in ways.items():
            print(f"{median_seconds(work, args.runs) / base:6.1f} x rg  {name}")


if __name__ == "__main__":
    main()
