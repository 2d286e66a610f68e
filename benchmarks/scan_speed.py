"""Times a scan beside ripgrep, Semgrep and ast-grep over the same folders in one run, and prints ratios with the goals they have.

    python benchmarks/scan_speed.py REPOSITORY... [--runs N] [--tokens FILE] [--engines]
        [--semgrep PROGRAM --semgrep-rules FILE] [--ast-grep PROGRAM --ast-grep-rules FILE]

Ratios, not seconds: seconds depend on the machine. Each is of the least of N runs, after one that is not counted, so every file is in
memory; wall time, then processor time of all processes, which others on the machine disturb less. Without `--tokens` ripgrep looks for
this tool's own literals. Semgrep and ast-grep take part where the program and its rules are named or found; what is absent is said.

What the ways of scanning mean: a *first audit* knows nothing of the repository (the rule set is kept from other runs); a *changed tree*
recalls by content what it knows of each file, but reads all of them; an *unchanged tree* recalls the whole result. The *whole command*
gives the output of the last run again; with *nothing of its output kept* it recalls the scan and concludes anew. *Twice the packs*
adds a copy of every runtime whose names and strings are changed (other vendors), and one with the same strings (as many sites again).
Memory is that of all processes together (proportional set size, sampled; Linux only).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import lockin_audit.scan.anew  # noqa: F401 - loaded before the clock runs, as Python itself is
from lockin_audit.core.runtime import Runtime
from lockin_audit.scan.engine import scan
from lockin_audit.scan.literals import ENGINES, LiteralIndex
from lockin_audit.scan.prefilter import Prefilter
from lockin_audit.scan.reading import NotRead, read_text
from lockin_audit.scan.repository import list_files
from lockin_audit.scan.runtimes import Runtimes, load_runtimes


@dataclass(frozen=True, slots=True)
class Time:
    """Seconds of one way; the least of several runs each."""

    wall: float
    cpu: float

    def over(self, other: Time) -> str:
        """Ratios to another, in columns."""
        return f"{self.wall / other.wall:8.2f} {self.cpu / max(other.cpu, 0.001):8.2f}"


def copies(runtimes: Sequence[Runtime], *, same_strings: bool) -> tuple[Runtime, ...]:
    """A second rule set as large as the first under other ids; with other strings none of its rules can hold."""
    found = []
    for runtime in runtimes:
        name = f"copy_{runtime.id}"
        rules = [
            rule.model_copy(
                update={
                    "id": f"copy_{rule.id}",
                    "literals": rule.literals if same_strings else tuple(f"{literal[:-1]}Zq{literal[-1]}" for literal in rule.literals),
                }
            )
            for rule in runtime.rules
        ]
        other = {} if same_strings else {kind: tuple(f"zq-{p}" for p in getattr(runtime, kind)) for kind in ("pypi", "npm", "nuget")}
        found.append(runtime.model_copy(update={"id": name, "rules": tuple(rules), **other}))
    return tuple(found)


def child(way: str, repository: Path, cache: Path) -> None:
    """One way, timed in a process of its own: prints wall and processor seconds of the work without starting Python."""
    runtimes = load_runtimes((), cache)
    work: Callable[[], object]
    if way == "list":
        work = lambda: list_files(repository)  # noqa: E731
    elif way.startswith("prefilter "):
        index = LiteralIndex([literal for runtime in runtimes for rule in runtime.rules for literal in rule.literals], way[10:])
        work = lambda: _read_and_prefilter(repository, index)  # noqa: E731
    else:
        if way.startswith("double"):
            runtimes = Runtimes((*runtimes, *copies(runtimes, same_strings=way == "double same")))
            runtimes.digest = way.encode()
        work = lambda: scan(repository, runtimes, cache=cache)  # noqa: E731
    before, started = sum(os.times()[:4]), time.perf_counter()
    work()
    sys.stdout.write(json.dumps([time.perf_counter() - started, sum(os.times()[:4]) - before]))


def _read_and_prefilter(repository: Path, index: LiteralIndex) -> None:
    for entry in list_files(repository).entries:
        try:
            index.hits(read_text(str(repository), entry))
        except NotRead:
            continue


def least(once: Callable[[], Time], runs: int) -> Time:
    """The least wall and processor time of some runs after one that is not counted."""
    once()
    times = [once() for _ in range(runs)]
    return Time(min(t.wall for t in times), min(t.cpu for t in times))


def program(command: Sequence[str], cache: Path | None = None) -> Time:
    """One run of a program with all it starts."""
    before, started = os.times(), time.perf_counter()
    environment = {**os.environ, "LOCKIN_AUDIT_CACHE": str(cache or ""), "SEMGREP_ENABLE_VERSION_CHECK": "0"}
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False, env=environment)
    if done.returncode not in (0, 1):  # 1: found something, or (rg) nothing
        sys.exit(f"{' '.join(command)} failed: {done.stderr.decode(errors='replace').strip()[-500:]}")
    wall, after = time.perf_counter() - started, os.times()
    return Time(wall, after[2] + after[3] - before[2] - before[3])


def ours(way: str, repository: Path, cache: Path, fresh: Sequence[str] = ()) -> Time:
    """One run of a way in its own process; `fresh` names the parts of the cache that are dropped before."""
    for part in fresh:
        shutil.rmtree(cache / part, ignore_errors=True)
    done = subprocess.run([sys.executable, __file__, "--child", way, str(repository), str(cache)], capture_output=True, check=True)
    return Time(*json.loads(done.stdout))


def peak_megabytes(command: Sequence[str], cache: Path) -> float | None:
    """Largest memory of a program and all it starts together, sampled; None where the system does not tell."""
    if not Path("/proc/self/smaps_rollup").exists():
        return None
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "LOCKIN_AUDIT_CACHE": str(cache)}
    )
    peak = 0
    ended = threading.Event()

    def sample() -> None:
        nonlocal peak
        while not ended.wait(0.05):
            peak = max(peak, sum(map(_proportional, _family(process.pid))))

    watch = threading.Thread(target=sample)
    watch.start()
    process.wait()
    ended.set()
    watch.join()
    return peak / 1_000


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for born in (task / "children").read_text().split():
                yield from _family(int(born))
    except OSError:
        return


def _proportional(pid: int) -> int:
    """Kilobytes of a process, what it shares counted in part."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def compare(repository: Path, args: argparse.Namespace, folder: Path) -> None:
    """Print the table of one repository."""
    rg = shutil.which("rg")
    if rg is None:
        sys.exit("rg is not installed: install ripgrep and run again.")
    cache, runs = folder / "cache", args.runs
    runtimes = load_runtimes((), cache)
    Prefilter(runtimes, cache)
    tokens = args.tokens
    if tokens is None:
        tokens = folder / "tokens"
        literals = sorted({text for runtime in runtimes for rule in runtime.rules for text in rule.literals if "\n" not in text})
        tokens.write_text("\n".join(literals) + "\n", encoding="utf-8")
    result = scan(repository, runtimes)
    say(f"\n{repository.name}: {result.stats.files} files read, {result.stats.candidates} looked at closely, {len(result.sites)} sites")
    say(f"  {'':44}    wall      CPU")
    base = least(lambda: program([rg, "-F", "-l", "--hidden", "-f", str(tokens), str(repository)]), runs)
    listing = least(lambda: ours("list", repository, cache), runs)
    first = least(lambda: ours("scan", repository, cache, ("scan", "tree")), runs)
    changed = least(lambda: ours("scan", repository, cache, ("tree",)), runs)
    again = least(lambda: ours("scan", repository, cache), runs)

    def row(label: str, ratios: str, goal: str = "") -> None:
        say(f"  {label:44} {ratios}  {goal}")

    row("listing / rg", listing.over(base))
    row("first audit / rg", first.over(base), "goal: at most 2 where few files match, 10 where most do")
    row("changed tree / rg", changed.over(base))
    row("unchanged tree / rg", again.over(base))
    row("unchanged tree / listing", again.over(listing), "goal: little more than 1")
    for engine in ENGINES if args.engines else ():
        way = f"prefilter {engine}"
        row(f"list, read, prefilter ({engine}) / rg", least(lambda way=way: ours(way, repository, cache), runs).over(base))  # type: ignore[misc]
    for label, way in (("twice the packs / first audit", "double"), ("twice the packs, same strings / first audit", "double same")):
        twice = least(lambda way=way: ours(way, repository, cache, ("scan", "tree")), runs)  # type: ignore[misc]
        row(label, twice.over(first), "goal: at most 1.15" if way == "double" else "")
    for label, command, goal in peers(repository, args):
        row(f"{label} / first audit", least(lambda command=command: program(command), max(1, runs // 3)).over(first), goal)  # type: ignore[misc]
    me = [sys.executable, "-m", "lockin_audit"]
    bare = least(lambda: program([*me, "--help"], cache), runs)
    program([*me, "audit", str(repository), "--format", "json"], cache)
    whole = least(lambda: program([*me, "audit", str(repository), "--format", "json"], cache), runs)
    row("whole command without its scan / --help", Time(whole.wall - again.wall, whole.cpu - again.cpu).over(bare), "goal: at most 1")

    def concluded_anew() -> Time:
        shutil.rmtree(cache / "output", ignore_errors=True)
        return program([*me, "audit", str(repository), "--format", "json"], cache)

    anew = least(concluded_anew, runs)
    row("the same, nothing of its output kept", Time(anew.wall - again.wall, anew.cpu - again.cpu).over(bare))
    for part in ("scan", "tree", "output"):
        shutil.rmtree(cache / part, ignore_errors=True)
    peak = peak_megabytes([*me, "audit", str(repository), "--format", "json"], cache)
    say(
        "  Memory is not measured: only Linux tells it."
        if peak is None
        else f"  {'peak memory of a first audit, MB':44} {peak:8.0f}           goal: under 200"
    )


def peers(repository: Path, args: argparse.Namespace) -> Iterator[tuple[str, list[str], str]]:
    """The other scanners that are here, with their command and the goal against them."""
    semgrep, ast_grep = shutil.which(args.semgrep), shutil.which(args.ast_grep)
    if semgrep is None or args.semgrep_rules is None:
        say(f"  Semgrep is left out: {'it is not installed' if semgrep is None else 'no --semgrep-rules are named'}.")
    else:
        options = ["scan", "--metrics=off", "--disable-version-check", "--quiet", "--json", "--config", str(args.semgrep_rules)]
        yield "Semgrep", [semgrep, *options, str(repository)], "goal: at least 10"
    if ast_grep is None or args.ast_grep_rules is None:
        say(f"  ast-grep is left out: {'it is not installed' if ast_grep is None else 'no --ast-grep-rules are named'}.")
    else:
        yield "ast-grep", [ast_grep, "scan", "--json=stream", "-r", str(args.ast_grep_rules), str(repository)], "goal: at least 3"


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    """Print one table per repository."""
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("repository", type=Path, nargs="+")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--tokens", type=Path, help="Strings for rg, one per line; default this tool's own.")
    parser.add_argument("--engines", action="store_true", help="Time the three prefilter engines as well.")
    parser.add_argument("--semgrep", default="semgrep", help="Program; default the one on the path.")
    parser.add_argument("--semgrep-rules", type=Path)
    parser.add_argument("--ast-grep", default="ast-grep", help="Program; default the one on the path.")
    parser.add_argument("--ast-grep-rules", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for repository in args.repository:
            compare(repository.resolve(), args, Path(folder))


if __name__ == "__main__":
    main()
