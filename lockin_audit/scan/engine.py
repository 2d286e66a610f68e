"""The scan of a repository: list, prefilter, look closely, put together.

The order saves work: a file is parsed only where a rule's literal stands in it; rules that ask for other agent evidence in the
repository are looked at only once there is some.
"""

from __future__ import annotations

import gc
import hashlib
import os
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from lockin_audit.core.evidence import Confidence, Scan, ScanStats, Skipped
from lockin_audit.core.runtime import ConstructMatch, Runtime
from lockin_audit.core.text import visible
from lockin_audit.scan import manifests
from lockin_audit.scan.around import look_around
from lockin_audit.scan.cache import ResultCache
from lockin_audit.scan.commit import git_commit
from lockin_audit.scan.examine import Examined
from lockin_audit.scan.exporters import Exporters
from lockin_audit.scan.file_types import CODE, TYPED, language_of_content
from lockin_audit.scan.languages.lookalikes import PACKAGE_OF_WORD
from lockin_audit.scan.languages.signs import possible
from lockin_audit.scan.lexical import Words
from lockin_audit.scan.literals import Hits
from lockin_audit.scan.model import RepositoryContext
from lockin_audit.scan.own_names import local_modules, local_types
from lockin_audit.scan.prefilter import Prefilter
from lockin_audit.scan.reading import NotRead, read_text
from lockin_audit.scan.repository import Entry, Listing, list_files
from lockin_audit.scan.sites import Place, sites_of
from lockin_audit.scan.store import outside
from lockin_audit.scan.unchanged import Unchanged
from lockin_audit.scan.workers import RARELY, Task, Workers

_MODULES = CODE - TYPED - {"notebook"}
"""Languages whose files others can import."""
_SHARED = CODE - {"notebook"}
"""Languages in which a client made in one file can be used in another."""

Progress = Callable[[int, int], None]
"""Told (done, of all); the total changes from one phase to the next."""

_Names = tuple[frozenset[str], frozenset[str]]
"""Names of the repository's own modules and types."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A file that holds a literal."""

    entry: Entry
    digest: bytes
    size: int
    rules: tuple[int, ...]
    makes_clients: bool


@dataclass(slots=True)
class _Read:
    """What the first pass over all files gave."""

    candidates: list[_Candidate] = field(default_factory=list)
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
        places, looked_at = _look_closely(root, read, listing, names, prefilter, workers, results, report)
    except BaseException:
        workers.close(now=True)
        raise
    workers.close()
    results.save()
    around = look_around(
        root,
        sites_of(places, {target.rule.id: target for target in prefilter.targets}),
        {visible(candidate.entry.path): candidate.entry for candidate in read.candidates},
        {target.rule.id: target.rule for target in prefilter.targets},
    )
    only_plane = {target.rule.id for target in prefilter.targets if target.rule.only_plane}
    sites = tuple(site for site in around.sites if site.rule not in only_plane)
    dependencies = {runtime: tuple(sorted(visible(path) for path in files)) for runtime, files in sorted(read.named.items())}
    neutral = {runtime.id for runtime in runtimes if runtime.kind == "neutral"}
    shown = {site.runtime for site in sites if site.confidence.rank >= Confidence.MEDIUM.rank} | set(dependencies)
    skipped = sorted((visible(path), reason) for path, reason in (*listing.skipped, *read.skipped))
    result = Scan(
        sites=sites,
        runtimes=tuple(sorted(shown - neutral)),
        dependencies=dependencies,
        skipped=tuple(Skipped(file=path, reason=reason) for path, reason in skipped),
        stats=ScanStats(files=read.files, bytes=read.bytes, candidates=looked_at),
        commit=git_commit(repository),
        ignores=around.ignores,
        landmarks=around.landmarks,
        control=tuple(site for site in around.sites if site.rule in only_plane),
    )
    unchanged.keep(result)
    return result.model_copy(update={"stats": result.stats.model_copy(update={"seconds": time.perf_counter() - started})})


def _read_all(root: str, listing: Listing, prefilter: Prefilter, names: _Names, report: Progress) -> _Read:
    """Read every file once, test it for all literals, and keep what a closer look is worth."""
    read = _Read()
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
            candidate = _candidate(entry, data, hits, prefilter, names)
            if candidate is not None:
                read.candidates.append(candidate)
    report(total, total)
    return read


def _candidate(entry: Entry, data: bytes, hits: Hits, prefilter: Prefilter, names: _Names) -> _Candidate | None:
    language = entry.language or language_of_content(data)
    words = Words(data, language, entry.path, names[0], names[1])
    rules = prefilter.rules(hits, words)
    makes_clients = language in _SHARED and prefilter.makes_clients(hits, words)
    if not rules and not makes_clients:
        return None
    return _Candidate(entry, hashlib.blake2b(data, digest_size=16).digest(), len(data), rules, makes_clients)


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
) -> tuple[list[Place], int]:
    """Places of all rules that hold, and how many files were looked at for them."""
    context = RepositoryContext(
        dependencies={
            runtime: tuple(sorted(read.named.get(runtime, set()) | read.locked.get(runtime, set())))
            for runtime in sorted({*read.named, *read.locked})
        },
        local_types=names[1],
        local_modules=names[0],
    )
    direct = {number for number, target in enumerate(prefilter.targets) if target.rule.near == "none"}
    first = [c for c in read.candidates if not direct.isdisjoint(c.rules)]
    if not first:
        return [], 0
    chosen = {c.entry.path for c in first}
    known = {c.entry.path: c for c in read.candidates if (c.entry.path in chosen and c.entry.language in _MODULES) or c.makes_clients}
    exporters = Exporters(root, listing, {path: c.entry for path, c in known.items()}, names[0])
    for word, runtime in PACKAGE_OF_WORD.items():
        if runtime in context.dependencies:
            exporters.ask_word(word)
    _find_clients(exporters, first, known, root, context, workers, results, report)
    places: list[Place] = []
    problems: dict[str, str] = {}

    def collect(candidates: Sequence[_Candidate]) -> None:
        for candidate, found in _examine(candidates, prefilter, context, workers, results, report):
            if found.problem:
                problems[candidate.entry.path] = found.problem
            places.extend((candidate.entry.path, *place) for place in found.places)

    collect(first)
    anchors = {target.rule.id: target.runtime.id for target in prefilter.targets if target.anchors}
    driven = {anchors[place[1]] for place in places if place[1] in anchors and place[4] != Confidence.LOW.value}
    second: list[_Candidate] = []
    if driven:
        idle = {n for n, target in enumerate(prefilter.targets) if target.rule.near == "runtime" and target.runtime.id not in driven}
        rest = [replace(c, rules=tuple(n for n in c.rules if n not in idle)) for c in read.candidates if c.entry.path not in chosen]
        second = [c for c in rest if c.rules and _shows(root, c, prefilter)]
        _find_clients(exporters, second, known, root, context, workers, results, report)
        collect(second)
    read.skipped.extend(problems.items())
    return places, len(first) + len(second)


def _shows(root: str, candidate: _Candidate, prefilter: Prefilter) -> bool:
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


def _find_clients(
    exporters: Exporters,
    asking: Sequence[_Candidate],
    known: Mapping[str, _Candidate],
    root: str,
    context: RepositoryContext,
    workers: Workers,
    results: ResultCache,
    report: Progress,
) -> None:
    """Put the clients that files can ask for into the context: made by modules, or handed on by modules."""
    for candidate in asking:
        exporters.ask(candidate.entry)
    plain = RepositoryContext(dependencies=context.dependencies, local_types=context.local_types, local_modules=context.local_modules)
    origins: dict[str, str] = dict(context.origins)
    while due := exporters.due():
        modules = []
        for entry in due:
            if entry.path in known:
                modules.append(known[entry.path])
                continue
            try:
                data = read_text(root, entry)
            except NotRead:
                continue
            modules.append(_Candidate(entry, hashlib.blake2b(data, digest_size=16).digest(), len(data), (), True))
        for candidate, found in _examine(modules, None, plain, workers, results, report):
            origins.update((f"{candidate.entry.path}:{name}", origin) for name, origin in found.origins)
            exporters.learn(candidate.entry, found.origins)
    context.origins = origins


def _examine(
    candidates: Sequence[_Candidate],
    prefilter: Prefilter | None,
    context: RepositoryContext,
    workers: Workers,
    results: ResultCache,
    report: Progress,
) -> Iterable[tuple[_Candidate, Examined]]:
    """Look at each file for its rules (or, without a prefilter, for the clients it makes available); known results are not sought again."""
    if not candidates:
        return []
    total = hashlib.blake2b(digest_size=16)
    for part in (
        sorted(context.dependencies.items()),
        sorted(context.origins.items()),
        sorted(context.local_modules),
        sorted(context.local_types),
    ):
        total.update(repr(part).encode("utf-8", "backslashreplace"))
    surroundings = total.digest()
    known: dict[int, Examined] = {}
    keys = []
    for number, c in enumerate(candidates):
        asked = "clients" if prefilter is None else ",".join(prefilter.targets[n].rule.id for n in c.rules)
        keys.append(results.key(c.entry.path, c.entry.language, c.digest, asked, surroundings))
        found = results.get(keys[-1])
        if found is not None:
            known[number] = found
    missing = [number for number in range(len(candidates)) if number not in known]
    tasks = [Task(candidates[n].entry, candidates[n].size, None if prefilter is None else candidates[n].rules) for n in missing]
    report(len(known), len(candidates))
    fresh = workers.run(tasks, context, lambda done: report(len(known) + done, len(candidates)))
    for number, result in zip(missing, fresh, strict=True):
        known[number] = result
        if not result.problem:
            results.put(keys[number], result)
    return [(candidate, known[number]) for number, candidate in enumerate(candidates)]
