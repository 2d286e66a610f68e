"""The scan of a repository: what the last scan found where no file changed since, else a new one (`anew`, which is loaded only then)."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Sequence
from pathlib import Path

from lockin_audit.core.evidence import Scan
from lockin_audit.core.runtime import Runtime
from lockin_audit.scan.commit import git_commit
from lockin_audit.scan.model import Progress
from lockin_audit.scan.repository import list_files
from lockin_audit.scan.runtimes import rules_digest
from lockin_audit.scan.store import outside
from lockin_audit.scan.unchanged import Unchanged

RARELY = 200_000
"""Objects made, more than freed, between two searches for cycles: syntax nodes are many and in none."""


def scan(
    repository: Path,
    runtimes: Sequence[Runtime],
    *,
    include_tests: bool = False,
    jobs: int | None = None,
    shielded: bool = False,
    cache: Path | None = None,
    rules_cache: Path | None = None,
    progress: Progress | None = None,
) -> Scan:
    """Scan a repository for the evidence of all runtimes.

    Args:
        repository: folder to scan; nothing outside it is read except git's own files for the commit.
        runtimes: what to look for (`load_runtimes`).
        include_tests: read test code as well.
        jobs: processes to parse with; None decides by the amount of work, 1 stays in this process.
        shielded: whether one job, too, looks at files in a process of its own, which no file can harm this one from (on Linux).
        cache: folder for results of earlier scans; None keeps none.
        rules_cache: folder for the compiled search of the rules; None: that of the results.
        progress: told how far the scan is.
    Raises:
        ScopeError: the repository is missing, is a file, cannot be read, or holds no file.
    """
    thresholds = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(RARELY)
    try:
        return _scan(repository, runtimes, include_tests, jobs, shielded, cache, rules_cache or cache, progress)
    finally:
        gc.set_threshold(*thresholds)
        gc.unfreeze()


def _scan(
    repository: Path,
    runtimes: Sequence[Runtime],
    include_tests: bool,
    jobs: int | None,
    shielded: bool,
    cache: Path | None,
    rules_cache: Path | None,
    progress: Progress | None,
) -> Scan:
    started = time.perf_counter()
    root = os.fspath(repository)
    listing = list_files(repository, include_tests=include_tests)
    rules = rules_digest(runtimes) if cache is not None else b""
    unchanged = Unchanged(cache, root, listing, rules)
    if (known := unchanged.recall()) is not None:
        return _timed(known.model_copy(update={"commit": git_commit(repository)}), time.perf_counter() - started)
    listed = time.perf_counter() - started
    from lockin_audit.scan.anew import scan_anew
    from lockin_audit.scan.cache import ResultCache

    started = time.perf_counter()
    found = scan_anew(
        root,
        listing,
        runtimes,
        results=ResultCache(cache, root, rules),
        jobs=jobs,
        shielded=shielded,
        rules_cache=outside(rules_cache, repository),
        report=progress or (lambda done, total: None),
    )
    result = found.model_copy(update={"commit": git_commit(repository)})
    unchanged.keep(result)
    return _timed(result, listed + time.perf_counter() - started)


def _timed(result: Scan, seconds: float) -> Scan:
    """A result with its time: that of the work, without what the program itself takes to load."""
    return result.model_copy(update={"stats": result.stats.model_copy(update={"seconds": seconds})})
