"""Turns places in files into sites: nearness decided, repeats removed, ids given, in order."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from lockin_audit.core.evidence import Confidence, Detail, Dimension, Ownership, Site
from lockin_audit.core.runtime import Runtime
from lockin_audit.core.text import shown_path
from lockin_audit.scan.prefilter import Target

_LEFT_OUT = re.compile(r"\s*(?:#|//|/\*|--|<!--|;|%|\{/\*)\s*lockin-audit\b.*$")
"""A comment that leaves a place out. It is no part of the place, which keeps its id when the comment comes, ends or goes."""
Place = tuple[str, str, int, int, str, str]
"""Path as on disk, rule id, first line, last line, confidence, snippet."""
_ONCE = frozenset((Dimension.MODEL.value, Dimension.RUNBOOK.value))
"""Dimensions of which one line says one thing."""
_WHOSE_MODEL = ("managed_runtime", "model_api")
"""Kinds of runtimes whose a model is that several are sure of: a managed agent's, else that of the interface which answers."""
_Said = tuple[str, int, str, str, str, str]
"""What one site says: path, line, runtime, dimension, ownership and, of a place that shows a plane only, the plane."""


def sites_of(
    places: Iterable[Place],
    targets: Mapping[str, Target],
    details: Mapping[tuple[str, str, int], Detail] | None = None,
    *,
    anchored: bool = False,
) -> tuple[Site, ...]:
    """The sites, sorted by file, line and rule. Rules of one runtime that say the same of one line (its dimension and ownership) make one
    site: that of the surest, then of the first by id.

    A rule with `near = "repository"` holds only where a site of a pack that is not neutral, itself without `near` and of at least medium
    confidence, stands somewhere; one with `near = "file"` only where such a site, or one that needed and found such a repository,
    stands in the same file, with `near = "vendor"` one of the same vendor; one with `near = "runtime"` only where the repository holds a
    site of its own runtime without `near`, at least medium too. One that stands `apart` holds in no file with a vendor's place of the same
    dimension, at least medium. A model that rules of several runtimes find in one line makes one site: a name is written down once, and
    where it goes is not told by the line. That of the surest rule stays, then that of the runtime with a place of its own nearest by.

    Args:
        places: what was found in files.
        targets: rule id → rule.
        details: path, rule id and line of a place → what is written there.
        anchored: whether the repository drives agents or models by what is known beside its places: a manifest names a library of them.
    """
    kept: dict[tuple[str, int, str], Place] = {}
    for place in places:
        key = (place[0], place[2], place[1])
        if key not in kept or Confidence(place[4]).rank > Confidence(kept[key][4]).rank:
            kept[key] = place
    sure = [(p[0], targets[p[1]]) for p in kept.values() if Confidence(p[4]).rank >= Confidence.MEDIUM.rank]
    anchored = anchored or any(target.anchors for _, target in sure)
    driven = {target.runtime.id for _, target in sure if target.anchors}
    beside = {(path, target.runtime.house) for path, target in sure if target.beside and (anchored or target.anchors)}
    shown = {path for path, _ in beside}
    vendors = {(path, target.rule.dimension) for path, target in sure if target.rule.ownership is Ownership.PLATFORM}
    said: dict[_Said, Place] = {}
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
    for what in _repeated(said, targets, [(path, target.runtime.id) for path, target in sure if target.anchors]):
        del said[what]
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
                file=shown_path(path),
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


def _repeated(said: Mapping[_Said, Place], targets: Mapping[str, Target], anchors: Iterable[tuple[str, str]]) -> list[_Said]:
    """Which places of a model or a runbook say again what a better one of the same line says. Of sure ones of models those of a managed
    runtime stay, else those of plain interfaces: a framework only hands the name on."""
    named: dict[tuple[str, int, str], list[_Said]] = {}
    for what in said:
        if what[3] in _ONCE and what[4] == Ownership.PLATFORM.value:
            named.setdefault((what[0], what[1], what[3]), []).append(what)
    several = {line: whats for line, whats in named.items() if len(whats) > 1}
    if not several:
        return []
    homes: dict[str, set[str]] = {}
    for path, runtime in anchors:
        homes.setdefault(runtime, set()).add(path)
    weight = Counter(what[2] for what in said)

    def merit(what: _Said) -> tuple[int, bool, int, int, str]:
        place = said[what]
        near = max((_shared(path, place[0]) for path in homes.get(what[2], ())), default=0)
        many = weight[what[2]] if what[3] == Dimension.RUNBOOK.value else 0
        return -Confidence(place[4]).rank, targets[place[1]].rule.near == "runtime", -near, -many, place[1]

    found = []
    for whats in several.values():
        sure = [what for what in whats if Confidence(said[what][4]) is Confidence.HIGH and what[3] == Dimension.MODEL.value]
        by_kind = {kind: [what for what in sure if targets[said[what][1]].runtime.kind == kind] for kind in _WHOSE_MODEL}
        kept = next((whose for whose in by_kind.values() if whose), sorted(whats, key=merit)[:1])
        found += [what for what in whats if what not in kept]
    return found


def _shared(one: str, other: str) -> int:
    """How many folders two paths have in common, from the root on."""
    count = 0
    for left, right in zip(one.split("/")[:-1], other.split("/")[:-1], strict=False):
        if left != right:
            break
        count += 1
    return count


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
