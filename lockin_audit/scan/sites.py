"""Turns places in files into sites: nearness decided, repeats removed, ids given, in order."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

from lockin_audit.core.evidence import Confidence, Detail, Dimension, Ownership, Site
from lockin_audit.core.runtime import Runtime
from lockin_audit.core.text import visible
from lockin_audit.scan.prefilter import Target

_LEFT_OUT = re.compile(r"\s*(?:#|//|/\*|--|<!--|;|%|\{/\*)\s*lockin-audit\b.*$")
"""A comment that leaves a place out. It is no part of the place, which keeps its id when the comment comes, ends or goes."""
Place = tuple[str, str, int, int, str, str]
"""Path as on disk, rule id, first line, last line, confidence, snippet."""


def sites_of(
    places: Iterable[Place], targets: Mapping[str, Target], details: Mapping[tuple[str, str, int], Detail] | None = None
) -> tuple[Site, ...]:
    """The sites, sorted by file, line and rule. Rules of one runtime that say the same of one line (its dimension and ownership) make one
    site: that of the surest, then of the first by id.

    A rule with `near = "repository"` holds only where a site of a pack that is not neutral, itself without `near` and of at least medium
    confidence, stands somewhere; one with `near = "file"` only where such a site, or one that needed and found such a repository,
    stands in the same file, with `near = "vendor"` one of the same vendor; one with `near = "runtime"` only where the repository holds a
    site of its own runtime without `near`, at least medium too. One that stands `apart` holds in no file with a vendor's place of the same
    dimension, at least medium.

    Args:
        places: what was found in files.
        targets: rule id → rule.
        details: path, rule id and line of a place → what is written there.
    """
    kept: dict[tuple[str, int, str], Place] = {}
    for place in places:
        key = (place[0], place[2], place[1])
        if key not in kept or Confidence(place[4]).rank > Confidence(kept[key][4]).rank:
            kept[key] = place
    sure = [(p[0], targets[p[1]]) for p in kept.values() if Confidence(p[4]).rank >= Confidence.MEDIUM.rank]
    anchored = any(target.anchors for _, target in sure)
    driven = {target.runtime.id for _, target in sure if target.anchors}
    beside = {(path, target.runtime.house) for path, target in sure if target.beside and (anchored or target.anchors)}
    shown = {path for path, _ in beside}
    vendors = {(path, target.rule.dimension) for path, target in sure if target.rule.ownership is Ownership.PLATFORM}
    said: dict[tuple[str, int, str, str, str, str], Place] = {}
    for key in sorted(kept):
        place, target = kept[key], targets[kept[key][1]]
        rule = target.rule
        if (rule.near == "file" and place[0] not in shown) or (rule.near == "repository" and not anchored):
            continue
        if rule.near == "vendor" and (place[0], target.runtime.house) not in beside:
            continue
        if rule.near == "runtime" and target.runtime.id not in driven:
            continue
        if rule.apart and (place[0], rule.dimension) in vendors:
            continue
        plane = str(rule.plane) if rule.only_plane else ""
        what = (place[0], place[2], target.runtime.id, rule.dimension.value, rule.ownership.value, plane)
        if what not in said or Confidence(place[4]).rank > Confidence(said[what][4]).rank:
            said[what] = place
    counts: dict[tuple[str, str, str], int] = {}
    sites = []
    for path, rule_id, line, end_line, confidence, snippet in sorted(said.values(), key=lambda place: (place[0], place[2], place[1])):
        target = targets[rule_id]
        rule = target.rule
        same = (rule_id, path, " ".join(_LEFT_OUT.sub("", snippet).split()))
        counts[same] = counts.get(same, 0) + 1
        sites.append(
            Site(
                id=_site_id(*same, counts[same]),
                rule=rule_id,
                file=visible(path),
                line=line,
                end_line=max(line, end_line),
                runtime=target.runtime.id,
                dimension=rule.dimension,
                ownership=rule.ownership,
                confidence=Confidence(confidence),
                what=rule.what,
                why=rule.why,
                instead=rule.instead if rule.ownership is Ownership.PLATFORM else "",
                snippet=snippet,
                detail=(details or {}).get((path, rule_id, line), Detail()),
            )
        )
    sites.sort(key=lambda site: (site.file, site.line, site.rule))
    return tuple(sites)


def runtimes_used(sites: Iterable[Site], dependencies: Iterable[str], runtimes: Iterable[Runtime]) -> tuple[str, ...]:
    """Ids of the runtimes a repository uses, sorted: those with a site of at least medium confidence or a package in a manifest.

    A model interface of which only settings speak, by the names of models, is left out beside a runtime that asks the models itself.
    """
    kinds = {runtime.id: runtime.kind for runtime in runtimes if runtime.kind != "neutral"}
    known = [site for site in sites if site.confidence.rank >= Confidence.MEDIUM.rank and site.runtime in kinds]
    called = {site.runtime for site in known if site.dimension is not Dimension.MODEL or site.confidence is Confidence.HIGH}
    called |= kinds.keys() & set(dependencies)
    asks = any(kinds[site.runtime] != "model_api" for site in known)
    return tuple(sorted(called if asks else called | {site.runtime for site in known}))


def _site_id(rule: str, path: str, snippet: str, repeat: int) -> str:
    """Twelve hexadecimal digits that stay when lines move: from rule, path, snippet and the number of the repeat."""
    text = "\0".join((rule, path, snippet, str(repeat)))
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:12]
