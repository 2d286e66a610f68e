"""The scan of a repository: list, prefilter, look closely, put together.

The order saves work: a file is parsed only where a rule's literal stands in it; rules that ask for other agent evidence in the
repository are looked at only once there is some.
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Sequence
from pathlib import Path

from lockin_audit.core.evidence import Confidence, Scan, ScanStats, Skipped
from lockin_audit.core.runtime import Runtime
from lockin_audit.core.text import visible
from lockin_audit.scan.cache import ResultCache, rules_digest
from lockin_audit.scan.closer import CloserLook
from lockin_audit.scan.commit import git_commit
from lockin_audit.scan.examine import Examined
from lockin_audit.scan.exporters import Exporters
from lockin_audit.scan.first_pass import FirstPass, Progress
from lockin_audit.scan.model import RepositoryContext
from lockin_audit.scan.own_names import local_modules, local_types
from lockin_audit.scan.prefilter import Prefilter
from lockin_audit.scan.repository import list_files
from lockin_audit.scan.sites import sites_of
from lockin_audit.scan.store import outside
from lockin_audit.scan.unchanged import Unchanged
from lockin_audit.scan.workers import RARELY, Workers


def scan(
    repository: Path,
    runtimes: Sequence[Runtime],
    *,
    include_tests: bool = False,
    jobs: int | None = None,
    cache: Path | None = None,
    progress: Progress | None = None,
) -> Scan:
    """Scan a repository for the evidence of all runtimes.

    Args:
        repository: folder to scan; nothing outside it is read except git's own files for the commit.
        runtimes: what to look for (`load_runtimes`).
        include_tests: read test code as well.
        jobs: processes to parse with; None decides by the amount of work, 1 stays in this process.
        cache: folder for results of earlier scans; None keeps nothing.
        progress: told how far the scan is.
    Raises:
        ScopeError: the repository is missing, is a file, cannot be read, or holds no file.
    """
    thresholds = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(RARELY)
    try:
        return _scan(repository, runtimes, include_tests, jobs, cache, progress)
    finally:
        gc.set_threshold(*thresholds)
        gc.unfreeze()


def _scan(
    repository: Path,
    runtimes: Sequence[Runtime],
    include_tests: bool,
    jobs: int | None,
    cache: Path | None,
    progress: Progress | None,
) -> Scan:
    started = time.perf_counter()
    root = os.fspath(repository)
    report = progress or (lambda done, total: None)
    listing = list_files(repository, include_tests=include_tests)
    rules = rules_digest(runtimes) if cache is not None else b""
    unchanged = Unchanged(cache, root, listing, rules)
    if (known := unchanged.recall()) is not None:
        stats = known.stats.model_copy(update={"seconds": time.perf_counter() - started})
        return known.model_copy(update={"stats": stats, "commit": git_commit(repository)})
    prefilter = Prefilter(runtimes, outside(cache, repository))
    read = FirstPass(root, listing, prefilter, frozenset(local_modules(listing)), frozenset(local_types(listing)))
    read.read(report)
    results = ResultCache(cache, root, rules)
    workers = Workers(root, [target.rule for target in prefilter.targets], jobs)
    try:
        looked = _look_closely(read, workers, results, report)
    except BaseException:
        workers.close(now=True)
        raise
    workers.close()
    results.save()
    read.skipped += [(path, found.problem) for path, found in looked.items() if found.problem]
    targets = {target.rule.id: target for target in prefilter.targets}
    details = {
        (path, place[0], place[1]): detail
        for path, found in looked.items()
        for place, detail in zip(found.places, found.around.details, strict=True)
    }
    all_sites = sites_of(((path, *place) for path, found in looked.items() for place in found.places), targets, details)
    shown_files = {site.file for site in all_sites}
    beside = [found.around for path, found in sorted(looked.items()) if visible(path) in shown_files]
    only_plane = {rule for rule, target in targets.items() if target.rule.only_plane}
    sites = tuple(site for site in all_sites if site.rule not in only_plane)
    dependencies = {runtime: tuple(sorted(visible(path) for path in files)) for runtime, files in sorted(read.named.items())}
    neutral = {runtime.id for runtime in runtimes if runtime.kind == "neutral"}
    shown = {site.runtime for site in sites if site.confidence.rank >= Confidence.MEDIUM.rank} | set(dependencies)
    skipped = sorted((visible(path), reason) for path, reason in (*listing.skipped, *read.skipped))
    result = Scan(
        sites=sites,
        runtimes=tuple(sorted(shown - neutral)),
        dependencies=dependencies,
        skipped=tuple(Skipped(file=path, reason=reason) for path, reason in skipped),
        stats=ScanStats(files=read.files, bytes=read.size, candidates=len(looked)),
        commit=git_commit(repository),
        ignores=tuple(ignore for around in beside for ignore in around.ignores),
        landmarks=tuple(mark for around in beside for mark in around.landmarks),
        control=tuple(site for site in all_sites if site.rule in only_plane),
    )
    unchanged.keep(result)
    return result.model_copy(update={"stats": result.stats.model_copy(update={"seconds": time.perf_counter() - started})})


def _look_closely(read: FirstPass, workers: Workers, results: ResultCache, report: Progress) -> dict[str, Examined]:
    """What a closer look found, by path."""
    if not read.first:
        return {}
    context = RepositoryContext(
        dependencies={
            runtime: tuple(sorted(read.named.get(runtime, set()) | read.locked.get(runtime, set())))
            for runtime in sorted({*read.named, *read.locked})
        },
        local_types=read.local_types,
        local_modules=read.local_modules,
        absent=read.absent,
    )
    targets = read.prefilter.targets
    exporters = Exporters(read.root, read.listing, read.makers)
    closer = CloserLook(read.root, context, exporters, [target.rule.id for target in targets], workers, results, report)
    closer.look(read.first)
    anchors = {target.rule.id: target.runtime.id for target in targets if target.anchors}
    driven = {
        anchors[place[0]]
        for _, found in closer.found.values()
        for place in found.places
        if place[0] in anchors and place[3] != Confidence.LOW.value
    }
    if driven:
        idle = {n for n, target in enumerate(targets) if target.rule.near == "runtime" and target.runtime.id not in driven}
        closer.look(list(read.second(idle)))
    return {path: found for path, (_, found) in closer.found.items()}
