"""What the evidence says of state, telemetry and the runtime, for the draft of a specification."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lockin_audit.assess.models import MODEL_NAME
from lockin_audit.assess.spec_tools import Clean
from lockin_audit.core.declared import Declared, Place
from lockin_audit.core.evidence import Dimension, Ownership, Site
from lockin_audit.core.spec import GAP, OPEN, Found

MOST_PLACES = 6
"""Places that are named in one line."""


def places(sites: Iterable[Site], most: int = MOST_PLACES) -> tuple[str, ...]:
    """`file:line` of each site once, the first few of them."""
    found = list(dict.fromkeys(f"{s.file}:{s.line}" for s in sites))
    return tuple(found) if len(found) <= most else (*found[:most], f"and {len(found) - most} more")


def state_of(sites: Sequence[Site], clean: Clean) -> tuple[tuple[str, ...], list[Found]]:
    """Tables of one's own with their columns, and what only the runtime keeps, which is a gap."""
    out: list[str] = []
    found: list[Found] = []
    own: dict[str, Site] = {}
    told: set[str] = set()
    for site in sites:
        if site.dimension is Dimension.STATE and site.ownership is Ownership.OWNED:
            for name in site.detail.names:
                if name not in own or len(site.detail.columns) > len(own[name].detail.columns):
                    own[name] = site
    for name in sorted(own, key=lambda n: (n.lower(), -len(own[n].detail.columns), n)):
        site = own[name]
        if name.lower() in told:
            continue
        told.add(name.lower())
        columns = f", with {', '.join(site.detail.columns)}" if site.detail.columns else ""
        kept = f"; kept as long as {', '.join(site.detail.limits)}" if site.detail.limits else f"; [{OPEN} kept for how long?]"
        place = Place(file=site.file, line=site.line)
        text = clean(f"{name}{columns}: kept in a store of one's own{kept}.", place)
        if text:
            out.append(text)
            found.append(Found(field=f"state {len(out)}", file=site.file, line=site.line))
    held = [s for s in sites if s.dimension is Dimension.STATE and s.ownership is Ownership.PLATFORM]
    if held:
        where = ", ".join(places(held, 3))
        out.append(f"{OPEN} The runtime keeps part of the state ({where}). What of it does the workflow need, and for how long?")
    return tuple(out), found


def telemetry_of(sites: Sequence[Site], declared: Declared, clean: Clean) -> tuple[tuple[str, ...], list[Found]]:
    """Metrics the code counts itself; fields in a vendor's names are a gap, and stand in the mapping."""
    out: list[str] = []
    found: list[Found] = []
    for text in declared.texts:
        if text.kind == "metric" and (words := clean(text.text, text)) and GAP not in words.partition(":")[0]:
            out.append(words)
            found.append(Found(field=f"telemetry {len(out)}", file=text.file, line=text.line))
    read = [s for s in sites if s.dimension is Dimension.TELEMETRY and s.ownership is Ownership.PLATFORM]
    if read:
        where = ", ".join(places(read, 3))
        out.append(
            f"{OPEN} The code reads the runtime's own telemetry ({where}; names in the mapping). What does each of its fields stand for?"
        )
    if out and not read:
        out.append(f"{OPEN} Which of options, choice, reason, threshold and cost must be recorded of each step?")
    return tuple(out), found


def mapping_of(sites: Sequence[Site]) -> dict[str, str]:
    """Dimension → who holds it today and where; model ids and telemetry fields by name."""
    out: dict[str, str] = {}
    for dimension in Dimension:
        held = [s for s in sites if s.dimension is dimension]
        parts = []
        for runtime in sorted({s.runtime for s in held}):
            who = "one's own code" if runtime.startswith("neutral.") else runtime
            parts.append(f"{who} ({', '.join(places(s for s in held if s.runtime == runtime))})")
        if dimension is Dimension.MODEL:
            parts += _models(held)
        if parts:
            out[dimension.value] = "; ".join(parts)
    fields: dict[str, Site] = {}
    for site in sites:
        if site.dimension is Dimension.TELEMETRY and site.ownership is Ownership.PLATFORM:
            for name in site.detail.names:
                fields.setdefault(name, site)
    if fields:
        out["telemetry fields"] = "; ".join(f"{name} ({site.file}:{site.line})" for name, site in sorted(fields.items()))
    return out


def _models(sites: Iterable[Site]) -> list[str]:
    named: dict[str, list[Site]] = {}
    for site in sites:
        for match in MODEL_NAME.finditer(site.snippet):
            named.setdefault(match["name"].rstrip(".-"), []).append(site)
    return [f"model {name} ({', '.join(places(where, 3))})" for name, where in sorted(named.items())]
