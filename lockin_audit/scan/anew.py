"""A scan that recalls nothing whole: read every file, look closely where a rule may hold, put the places together as sites.

The order saves work: a file is parsed only where a rule's literal stands in it; rules that ask for other agent evidence in the
repository are looked at only once there is some.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lockin_audit.core.evidence import Confidence, Scan, ScanStats, Skipped
from lockin_audit.core.runtime import WITHOUT_AGENTS, Runtime
from lockin_audit.core.text import shown_path
from lockin_audit.scan.cache import ResultCache
from lockin_audit.scan.closer import CloserLook
from lockin_audit.scan.examine import Examined
from lockin_audit.scan.exporters import Exporters
from lockin_audit.scan.file_reader import FileReader
from lockin_audit.scan.first_pass import FirstPass
from lockin_audit.scan.model import Progress, RepositoryContext
from lockin_audit.scan.own_names import global_usings, local_modules, local_types
from lockin_audit.scan.prefilter import Prefilter
from lockin_audit.scan.repository import Listing
from lockin_audit.scan.sites import runtimes_used, sites_of
from lockin_audit.scan.workers import Workers


def scan_anew(
    root: str,
    listing: Listing,
    runtimes: Sequence[Runtime],
    *,
    results: ResultCache,
    jobs: int | None,
    shielded: bool,
    rules_cache: Path | None,
    report: Progress,
) -> Scan:
    """The evidence of all runtimes in the files of a listing, without time and commit.

    Args:
        root: the repository.
        listing: its files.
        runtimes: what to look for.
        results: those of earlier scans.
        jobs: processes to parse with; None decides by the amount of work, 1 stays in this process.
        shielded: whether one job, too, looks at files in a process of its own.
        rules_cache: folder for the compiled search of the rules, outside the repository; None compiles it anew.
        report: told how far the scan is.
    """
    prefilter = Prefilter(runtimes, rules_cache)
    reader = FileReader(
        root, listing.entries, prefilter, frozenset(local_modules(listing)), frozenset(local_types(listing)), global_usings(root, listing)
    )
    numbers = {target.rule.id: number for number, target in enumerate(prefilter.targets)}
    """Of the rules, by id. Once processes are forked, who touches an object first copies what stands around it."""
    askers = frozenset(runtime.id for runtime in runtimes if runtime.kind not in WITHOUT_AGENTS)
    workers = Workers(root, [target.rule for target in prefilter.targets], jobs, reader, shielded=shielded)
    read = FirstPass(reader, workers)
    try:
        read.read(report)
        named = not askers.isdisjoint(read.named)
        looked = _look_closely(read, [*numbers], listing, results, report, named=named)
    except BaseException:
        workers.close(now=True)
        raise
    workers.close()
    results.save()
    read.skipped += [(path, found.problem) for path, found in looked.items() if found.problem]
    targets = {rule: prefilter.targets[numbers[rule]] for found in looked.values() for rule, *_ in found.places}
    details = {
        (path, place[0], place[1]): detail
        for path, found in looked.items()
        for place, detail in zip(found.places, found.around.details, strict=True)
    }
    places = ((path, *place) for path, found in looked.items() for place in found.places)
    all_sites = sites_of(places, targets, details, anchored=named)
    shown_files = {site.file for site in all_sites}
    beside = [found.around for path, found in sorted(looked.items()) if shown_path(path) in shown_files]
    only_plane = {rule for rule, target in targets.items() if target.rule.only_plane}
    no_site = only_plane | {rule for rule, target in targets.items() if target.rule.only_evidence}
    sites = tuple(site for site in all_sites if site.rule not in no_site)
    dependencies = {runtime: tuple(sorted(shown_path(path) for path in files)) for runtime, files in sorted(read.named.items())}
    skipped = sorted((shown_path(path), reason) for path, reason in (*listing.skipped, *read.skipped))
    return Scan(
        sites=sites,
        runtimes=runtimes_used(sites, dependencies, runtimes),
        dependencies=dependencies,
        skipped=tuple(Skipped(file=path, reason=reason) for path, reason in skipped),
        stats=ScanStats(files=read.files, bytes=read.size, candidates=len(looked)),
        ignores=tuple(ignore for around in beside for ignore in around.ignores),
        landmarks=tuple(mark for around in beside for mark in around.landmarks),
        control=tuple(site for site in all_sites if site.rule in only_plane),
    )


def _look_closely(
    read: FirstPass, rules: Sequence[str], listing: Listing, results: ResultCache, report: Progress, *, named: bool
) -> dict[str, Examined]:
    """What a closer look found, by path.

    Args:
        rules: ids of all rules, by number.
        named: whether a manifest names a library of models or agents, which is evidence as a place is.
    """
    if not read.first and not named:
        return {}
    context = RepositoryContext(
        dependencies={
            runtime: tuple(sorted(read.named.get(runtime, set()) | read.locked.get(runtime, set())))
            for runtime in sorted({*read.named, *read.locked})
        },
        local_types=read.reader.local_types,
        local_modules=read.reader.local_modules,
        usings=read.reader.usings,
        absent=read.absent,
    )
    root, targets = read.reader.root, read.reader.prefilter.targets
    exporters = Exporters(root, listing, read.makers)
    closer = CloserLook(root, context, exporters, rules, read.workers, results, report)
    closer.look(read.first)
    anchors = {target.rule.id: target.runtime.id for target in targets if target.anchors}
    driven = {
        anchors[place[0]]
        for _, found in closer.found.values()
        for place in found.places
        if place[0] in anchors and place[3] != Confidence.LOW.value
    }
    if driven or named:
        idle = {n for n, target in enumerate(targets) if target.rule.near == "runtime" and target.runtime.id not in driven}
        closer.look(read.second(idle))
    return {path: found for path, (_, found) in closer.found.items()}
