"""The scan of a repository: list, prefilter, look closely, put together.

The order saves work: a file is parsed only where a rule's literal stands in it; rules that ask for other agent evidence in the
repository are looked at only once there is some.
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from lockin_audit.core.evidence import Confidence, Scan, ScanStats, Skipped
from lockin_audit.core.runtime import ConstructMatch, Runtime
from lockin_audit.core.text import visible
from lockin_audit.scan import manifests
from lockin_audit.scan.cache import ResultCache
from lockin_audit.scan.closer import Candidate, CloserLook, Progress, content_digest
from lockin_audit.scan.commit import git_commit
from lockin_audit.scan.examine import Examined
from lockin_audit.scan.exporters import Exporters
from lockin_audit.scan.file_types import CODE, TYPED, language_of_content
from lockin_audit.scan.languages.signs import possible
from lockin_audit.scan.lexical import Words
from lockin_audit.scan.model import RepositoryContext
from lockin_audit.scan.own_names import local_modules, local_types
from lockin_audit.scan.prefilter import Prefilter, Wanted
from lockin_audit.scan.reading import NotRead, read_text
from lockin_audit.scan.repository import Entry, Listing, list_files
from lockin_audit.scan.sites import sites_of
from lockin_audit.scan.store import outside
from lockin_audit.scan.unchanged import Unchanged
from lockin_audit.scan.workers import RARELY, Workers

_MODULES = CODE - TYPED - {"notebook"}
"""Languages whose files others can import."""
_SHARED = CODE - {"notebook"}
"""Languages in which a client made in one file can be used in another."""
_Names = tuple[frozenset[str], frozenset[str]]
"""Names of the repository's own modules and types."""


@dataclass(slots=True)
class _Read:
    """What the first pass over all files gave."""

    candidates: list[tuple[Candidate, Wanted]] = field(default_factory=list)
    """Files that hold a literal, with the rules that may hold there."""
    absent: set[str] = field(default_factory=set)
    """Modules of vendors that no file seen so far imports."""
    skipped: list[tuple[str, str]] = field(default_factory=list)
    named: dict[str, set[str]] = field(default_factory=dict)
    """Runtime id → manifests that name one of its packages."""
    locked: dict[str, set[str]] = field(default_factory=dict)
    """Runtime id → lock files that do."""
    files: int = 0
    bytes: int = 0


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
    unchanged = Unchanged(cache, root, listing, runtimes)
    if (known := unchanged.recall()) is not None:
        stats = known.stats.model_copy(update={"seconds": time.perf_counter() - started})
        return known.model_copy(update={"stats": stats, "commit": git_commit(repository)})
    prefilter = Prefilter(runtimes, outside(cache, repository))
    names = (frozenset(local_modules(listing)), frozenset(local_types(listing)))
    read = _read_all(root, listing, prefilter, names, report)
    results = ResultCache(cache, os.path.realpath(root), runtimes)
    workers = Workers(root, [target.rule for target in prefilter.targets], jobs)
    try:
        looked = _look_closely(root, read, listing, names, prefilter, workers, results, report)
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
        stats=ScanStats(files=read.files, bytes=read.bytes, candidates=len(looked)),
        commit=git_commit(repository),
        ignores=tuple(ignore for around in beside for ignore in around.ignores),
        landmarks=tuple(mark for around in beside for mark in around.landmarks),
        control=tuple(site for site in all_sites if site.rule in only_plane),
    )
    unchanged.keep(result)
    return result.model_copy(update={"stats": result.stats.model_copy(update={"seconds": time.perf_counter() - started})})


def _read_all(root: str, listing: Listing, prefilter: Prefilter, names: _Names, report: Progress) -> _Read:
    """Read every file once, test it for all literals, and keep what a closer look is worth."""
    read = _Read(absent=set(prefilter.vendors))
    hits_in, total = prefilter.index.hits, len(listing.entries)
    for number, entry in enumerate(listing.entries):
        if number % 500 == 0:
            report(number, total)
        try:
            data = read_text(root, entry)
        except NotRead as reason:
            read.skipped.append((entry.path, str(reason)))
            continue
        read.files += 1
        read.bytes += len(data)
        if entry.role != "source":
            _note_packages(read, entry, data, prefilter)
            continue
        hits = hits_in(data)
        if hits:
            words = Words(data, entry.language or language_of_content(data), entry.path, names[0], names[1])
            read.absent.difference_update([*prefilter.shown(hits, words, read.absent)])
            wanted, makes_clients = prefilter.rules(hits, words), words.language in _SHARED and prefilter.makes_clients(hits, words)
            if wanted or makes_clients:
                read.candidates.append((Candidate(entry, content_digest(data), len(data), makes_clients), wanted))
    report(total, total)
    return read


def _note_packages(read: _Read, entry: Entry, data: bytes, prefilter: Prefilter) -> None:
    name, text = entry.path.rpartition("/")[2].lower(), data.decode("utf-8", "replace")
    if entry.role == "lock":
        wanted = prefilter.packages_named(prefilter.index.hits(data))
        found, kept = (manifests.locked(name, text, sorted(wanted)) if wanted else set()), read.locked
    else:
        found, kept = manifests.packages(name, text), read.named
    if entry.is_test:
        kept = read.locked
    for package in found:
        for runtime in prefilter.packages.get(package, ()):
            kept.setdefault(runtime, set()).add(entry.path)


def _look_closely(
    root: str,
    read: _Read,
    listing: Listing,
    names: _Names,
    prefilter: Prefilter,
    workers: Workers,
    results: ResultCache,
    report: Progress,
) -> dict[str, Examined]:
    """What a closer look found, by path."""
    absent = frozenset(read.absent) - prefilter.named({*read.named, *read.locked})
    candidates = [replace(candidate, rules=prefilter.holding(wanted, absent)) for candidate, wanted in read.candidates]
    context = RepositoryContext(
        dependencies={
            runtime: tuple(sorted(read.named.get(runtime, set()) | read.locked.get(runtime, set())))
            for runtime in sorted({*read.named, *read.locked})
        },
        local_types=names[1],
        local_modules=names[0],
        absent=absent,
    )
    direct = {number for number, target in enumerate(prefilter.targets) if target.rule.near == "none"}
    first = [c for c in candidates if not direct.isdisjoint(c.rules)]
    if not first:
        return {}
    chosen = {c.entry.path for c in first}
    known = {c.entry.path: c for c in candidates if (c.entry.path in chosen and c.entry.language in _MODULES) or c.makes_clients}
    exporters = Exporters(root, listing, {path: c.entry for path, c in known.items()})
    closer = CloserLook(root, context, exporters, known, [target.rule.id for target in prefilter.targets], workers, results, report)
    closer.look(first)
    anchors = {target.rule.id: target.runtime.id for target in prefilter.targets if target.anchors}
    driven = {
        anchors[place[0]]
        for _, found in closer.found.values()
        for place in found.places
        if place[0] in anchors and place[3] != Confidence.LOW.value
    }
    if driven:
        idle = {n for n, target in enumerate(prefilter.targets) if target.rule.near == "runtime" and target.runtime.id not in driven}
        rest = [replace(c, rules=tuple(n for n in c.rules if n not in idle)) for c in candidates if c.entry.path not in chosen]
        closer.look([c for c in rest if c.rules and _shows(root, c, prefilter)])
    return {path: found for path, (_, found) in closer.found.items()}


def _shows(root: str, candidate: Candidate, prefilter: Prefilter) -> bool:
    """Whether a file may hold what is asked of it, where that is nothing but shapes of code."""
    matches = [match for n in candidate.rules for match in prefilter.targets[n].rule.match]
    shapes = {match.name for match in matches if isinstance(match, ConstructMatch)}
    if not all(isinstance(match, ConstructMatch) for match in matches):
        return True
    try:
        data = read_text(root, candidate.entry)
    except NotRead:
        return True
    return any(possible(shape, data) for shape in sorted(shapes))
