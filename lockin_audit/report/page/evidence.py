"""The evidence: places grouped by what was found, each with an address of its own, with search and filters."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Final

from lockin_audit.core.evidence import Confidence, Dimension, Ownership, Site
from lockin_audit.report import numbers
from lockin_audit.report.leaks import NO_WORKFLOW
from lockin_audit.report.page.markup import Html, name, tag, text
from lockin_audit.report.study import Study
from lockin_audit.report.words import DIMENSIONS

PIECE: Final = 50
"""Places a table holds; more go into further tables."""
HELD: Final = {Ownership.PLATFORM: "the platform", Ownership.OWNED: "your own code"}
"""Who decides or holds a place, in words."""
_PLAIN = re.compile(r"[A-Za-z0-9_.-]{1,80}\Z")
_ORDER = {d: i for i, d in enumerate(Dimension)}


@cache
def site_anchor(id: str) -> str:
    """Anchor of a site in the page: `site-` and its id, or a digest of an id that no address can hold."""
    return f"site-{id}" if _PLAIN.match(id) else f"site-{hashlib.sha256(id.encode('utf-8', 'replace')).hexdigest()[:16]}"


def evidence_section(study: Study) -> Html:
    """All places at or above the chosen confidence."""
    groups: dict[tuple[str, int, str, str, str, str, str], list[Site]] = defaultdict(list)
    for site in study.audit.sites:
        key = (site.runtime, _ORDER[site.dimension], site.ownership.value, site.rule, site.what, site.why, site.instead)
        groups[key].append(site)
    names = {w.id: w.name or w.id for w in study.audit.workflows}
    runtimes = {r.id: r.name for r in study.runtimes}
    total = len(study.audit.sites)
    found = [_group(groups[key], names, runtimes) for key in sorted(groups)]
    intro = (
        "Every place in the code and its documents, grouped by what was found: first what it means, then file and line. "
        "Each line has an address of its own that can be passed on: choose the name of its file and copy the address of the page."
    )
    return tag(
        "section",
        tag("h2", "Evidence"),
        tag("p", intro),
        _filters(study, names, runtimes) if total else None,
        tag("p", f"{total:,} of {total:,} places", id_="shown", role="status", class_="meta") if total else tag("p", "No place was found."),
        tag("div", found, id_="places"),
        tag("p", "No place matches. Choose fewer filters.", id_="nothing", hidden=True),
        tag("button", "List more", type_="button", id_="more", hidden=True) if total else None,
        id_="evidence",
    )


def _filters(study: Study, names: dict[str, str], runtimes: dict[str, str]) -> Html:
    sites = study.audit.sites
    dimensions = [d for d in Dimension if any(s.dimension == d for s in sites)]
    workflows = [(w, n) for w, n in names.items() if any(s.workflow == w for s in sites)]
    if any(s.workflow not in names for s in sites):
        workflows.append(("-", NO_WORKFLOW))
    levels = [c for c in reversed(Confidence) if any(s.confidence == c for s in sites)]
    fields = [
        tag("label", "Search", tag("input", type_="search", id_="f-text", placeholder="file, code or words", autocomplete="off")),
        _select("workflow", "Workflow", workflows),
        _select("dimension", "Part of the agent", [(d.value, DIMENSIONS[d]) for d in dimensions]),
        _select("runtime", "Runtime", [(r, runtimes.get(r, r)) for r in sorted({s.runtime for s in sites})]),
        _select("ownership", "Held by", [(o.value, HELD[o]) for o in Ownership]),
        _select("confidence", "Confidence", [(c.value, c.value) for c in levels]),
        tag("button", "Show all", type_="button", id_="f-clear"),
    ]
    return tag("form", fields, id_="filters", hidden=True, aria_label="Filter the evidence", role="search")


def _select(key: str, label: str, choices: Iterable[tuple[str, str]]) -> Html:
    options = [tag("option", "all", value="")] + [tag("option", words, value=value) for value, words in choices]
    return tag("label", label, tag("select", options, id_=f"f-{key}"))


def _group(sites: list[Site], names: dict[str, str], runtimes: dict[str, str]) -> Html:
    first = sites[0]
    badge = tag("span", HELD[first.ownership], class_=f"badge v-{first.ownership.value}")
    about = [DIMENSIONS[first.dimension], " · ", name(runtimes.get(first.runtime, first.runtime))]
    return tag(
        "section",
        tag("h3", name(first.what)),
        tag("p", badge, " ", about, f" · {numbers.count(len(sites), 'place')}", class_="meta"),
        tag("p", name(first.why)),
        tag("p", tag("strong", "To own it: "), name(first.instead)) if first.instead else None,
        [_piece(sites[start : start + PIECE], start, len(sites), names) for start in range(0, len(sites), PIECE)],
        tag("p", "Found by rule ", tag("code", first.rule), class_="meta rule"),
        class_="group",
        data_runtime=first.runtime,
        data_dimension=first.dimension.value,
        data_ownership=first.ownership.value,
    )


def _piece(sites: list[Site], start: int, total: int, names: dict[str, str]) -> Html:
    """A table of at most `PIECE` places. Browsers lay out a piece only when it comes into view, so thousands of places stay quick."""
    heads = tag("tr", tag("th", "Place and code", scope="col"), tag("th", "Workflow", scope="col"), tag("th", "Confidence", scope="col"))
    which = f", {start + 1:,} to {start + len(sites):,} of {total:,}" if total > PIECE else ""
    caption = tag("caption", f"Places of rule {sites[0].rule}{which}")
    table = tag("table", caption, tag("thead", heads), tag("tbody", [_row(s, names) for s in sites]))
    return tag("div", table, class_="piece")


def _row(site: Site, names: dict[str, str]) -> Html:
    """One place; written out by hand because there may be many thousands."""
    anchor, workflow = site_anchor(site.id), names.get(site.workflow)
    key, label = (text(site.workflow), name(workflow)) if workflow is not None else ("-", "none")
    return Html(
        f'<tr id="{anchor}" data-workflow="{key}" data-confidence="{site.confidence.value}"><td>'
        f'<a href="#{anchor}">{name(f"{site.file}:{site.line}")}</a> <code>{name(site.snippet)}</code></td>'
        f"<td>{label}</td><td>{site.confidence.value}</td></tr>"
    )
