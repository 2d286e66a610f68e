"""The evidence: places grouped by the rule that found them, each with an address of its own, with search and filters."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from lockin_audit.core.evidence import Dimension, Ownership, Site
from lockin_audit.report import numbers
from lockin_audit.report.leaks import NO_WORKFLOW
from lockin_audit.report.page.markup import Html, join, name, tag, text
from lockin_audit.report.study import Study
from lockin_audit.report.words import DIMENSIONS, OWNERSHIPS

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
    return tag(
        "section",
        tag("h2", "Evidence"),
        tag("p", "Every place, grouped by what was found. Each line has an address of its own that can be passed on."),
        _filters(study, names, runtimes) if total else None,
        tag("p", f"{total:,} of {total:,} places", id_="shown", role="status", class_="meta") if total else tag("p", "No place was found."),
        tag("div", found, id_="places"),
        tag("p", "No place matches. Choose fewer filters.", id_="nothing", hidden=True),
        id_="evidence",
    )


def _filters(study: Study, names: dict[str, str], runtimes: dict[str, str]) -> Html:
    sites = study.audit.sites
    dimensions = [d for d in Dimension if any(s.dimension == d for s in sites)]
    workflows = [(w, n) for w, n in names.items() if any(s.workflow == w for s in sites)]
    if any(s.workflow not in names for s in sites):
        workflows.append(("-", NO_WORKFLOW))
    fields = [
        tag("label", "Search", tag("input", type_="search", id_="f-text", placeholder="file, code or words", autocomplete="off")),
        _select("workflow", "Workflow", workflows),
        _select("dimension", "Dimension", [(d.value, DIMENSIONS[d]) for d in dimensions]),
        _select("runtime", "Runtime", [(r, runtimes.get(r, r)) for r in sorted({s.runtime for s in sites})]),
        _select("ownership", "Held by", [(o.value, OWNERSHIPS[o]) for o in Ownership]),
        tag("button", "Show all", type_="button", id_="f-clear"),
    ]
    return tag("form", fields, id_="filters", hidden=True, aria_label="Filter the evidence", role="search")


def _select(key: str, label: str, choices: Iterable[tuple[str, str]]) -> Html:
    options = [tag("option", "all", value="")] + [tag("option", words, value=value) for value, words in choices]
    return tag("label", label, tag("select", options, id_=f"f-{key}"))


def _group(sites: list[Site], names: dict[str, str], runtimes: dict[str, str]) -> Html:
    first = sites[0]
    count = f"{len(sites):,} {'place' if len(sites) == 1 else 'places'}"
    badge = tag("span", OWNERSHIPS[first.ownership], class_=f"badge v-{first.ownership.value}")
    meta = tag(
        "p", badge, " ", DIMENSIONS[first.dimension], " · ", name(runtimes.get(first.runtime, first.runtime)), f" · {count}", class_="meta"
    )
    heads = tag("tr", tag("th", "Place and code", scope="col"), tag("th", "Workflow", scope="col"), tag("th", "Confidence", scope="col"))
    rows = [_row(s, names) for s in sites]
    return tag(
        "section",
        tag("h3", name(first.what)),
        meta,
        tag("p", name(first.why)),
        tag("p", tag("strong", "To own it: "), name(first.instead)) if first.instead else None,
        tag("p", "Rule ", tag("code", first.rule), class_="meta"),
        tag("table", tag("caption", f"Places found by {first.rule}"), tag("thead", heads), tag("tbody", rows)),
        class_="group",
        data_runtime=first.runtime,
        data_dimension=first.dimension.value,
        data_ownership=first.ownership.value,
    )


def _row(site: Site, names: dict[str, str]) -> Html:
    """One place; written out by hand because there may be many thousands."""
    anchor, place, workflow = site_anchor(site.id), text(f"{site.file}:{site.line}"), names.get(site.workflow)
    key, label = (text(site.workflow), text(workflow)) if workflow is not None else ("-", "none")
    return Html(
        f'<tr id="{anchor}" data-workflow="{key}"><td><a href="#{anchor}"><bdi>{place}</bdi></a>'
        f"<code>{text(site.snippet)}</code></td><td><bdi>{label}</bdi></td><td>{site.confidence.value}</td></tr>"
    )


def answers_section(study: Study) -> Html | None:
    """What people answered; None where no one was asked."""
    if not study.answers:
        return None
    items = []
    for answer in study.answers:
        who = ", ".join(p for p in (answer.by, numbers.day(answer.on, study.language) if answer.on else "") if p)
        note = tag("p", name(answer.note)) if answer.note else None
        items.append(
            join(tag("dt", name(answer.text)), tag("dd", tag("strong", name(answer.label)), tag("span", name(who), class_="meta"), note))
        )
    return tag("section", tag("h2", "What people answered"), tag("dl", items, class_="answers"), id_="answers")
