"""Where state is kept, under which schema, which id points to it, and for how long."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lockin_audit.assess.answering.words import Base, count, documented, fact_text, facts_of, found_text, name_of, part, places_text, silent
from lockin_audit.core.audit import AnswerPart
from lockin_audit.core.evidence import Site
from lockin_audit.core.runtime import Fact

_TIME = re.compile(r"\b(?:kept|keeps|days?|hours|retention|expir\w*|delet\w*|until)\b", re.IGNORECASE)
_SCHEMA = re.compile(r"\bschemas?\b", re.IGNORECASE)
_NOUNS = re.compile(r"session|thread|conversation|response|memory|checkpoint|interaction|run|assistant", re.IGNORECASE)
_SHOWN = 6


def answer(base: Base) -> list[AnswerPart]:
    """The parts of the answer."""
    parts: list[AnswerPart] = []
    told: list[Fact] = []
    if base.platform:
        parts.append(
            part("With the vendor", f"With the vendor in {count(len(base.platform))}: {found_text(base.platform)}.", base.platform)
        )
        parts += _pointer(base.platform, base.owned)
    if base.owned:
        parts.append(part("In your own stores", f"Yours in {count(len(base.owned))}: {_stores(base.owned)}.", base.owned))
    nothing = silent(base, "session store of your own")
    if nothing:
        parts.append(part("In your own stores", nothing))
    if base.verdict in ("platform", "mixed"):
        parts.append(_schema(base, told))
    parts += _keeping(base, told)
    return parts + documented(base, told)


def _pointer(platform: Sequence[Site], owned: Sequence[Site]) -> list[AnswerPart]:
    """The ids that lead to what a vendor holds, and the table of one's own that keeps them."""
    named = [site for site in platform if site.detail.names]
    if not named:
        return []
    names = list(dict.fromkeys(name for site in named for name in site.detail.names))[:_SHOWN]
    text = f"What you hold of it is {', '.join(f'`{name}`' for name in names)} ({places_text(named)})."
    nouns = {noun.lower() for name in names for noun in _NOUNS.findall(name)}
    kept = [
        (site, column)
        for site in owned
        for column in site.detail.columns
        if column.lower().endswith("id") and nouns & {noun.lower() for noun in _NOUNS.findall(column)}
    ]
    if kept:
        site, column = kept[0]
        table = site.detail.names[0] if site.detail.names else "a table"
        text += f" Your table {table} keeps such an id in its column {column} ({site.file}:{site.line})."
    else:
        text += " No table of yours was seen to keep that id; where it is lost, the vendor's copy cannot be found again."
    return [part("The id that points to it", text, [*named, *(site for site, _ in kept[:1])])]


def _stores(sites: Sequence[Site]) -> str:
    """Tables with columns and schema file, checkpointers, and the rest by what was found."""
    clauses: dict[str, None] = {}
    rest = []
    for site in sites:
        if site.detail.columns and site.detail.names:
            columns = ", ".join(site.detail.columns)
            clauses[f"{site.detail.names[0]} with {columns} (schema in {site.file}:{site.line})"] = None
        elif site.detail.names:
            clauses[f"{', '.join(site.detail.names[:2])} ({site.file}:{site.line}; its schema is not written at this place)"] = None
        else:
            rest.append(site)
    shown = list(clauses)[:_SHOWN]
    more = len(clauses) - len(shown)
    if more:
        shown.append(f"{more} more {'table or store' if more == 1 else 'tables or stores'}")
    if rest:
        shown.append(found_text(rest))
    return "; ".join(shown)


def _schema(base: Base, told: list[Fact]) -> AnswerPart:
    """What is known of the schema of the vendor's store."""
    for id, fact in facts_of("state", base.held_by, base.runtimes):
        if _SCHEMA.search(fact.statement):
            told.append(fact)
            return part("Schema", fact_text(fact, name_of(id, base.runtimes)))
    return part("Schema", "The schema of the vendor's store is not known from what we read: you see of it what the interface returns.")


def _keeping(base: Base, told: list[Fact]) -> list[AnswerPart]:
    """How long it is kept: as written in the code, else as documented."""
    written = [(limit, site) for site in base.sites for limit in site.detail.limits]
    text = "; ".join(f"{limit} ({site.file}:{site.line})" for limit, site in written[:4])
    sentences = [f"Written in the code: {text}."] if text else []
    if base.verdict in ("platform", "mixed"):
        if not written:
            sentences.append("Nothing in the code sets how long the vendor keeps it.")
        seen: set[str] = set()
        for id, fact in facts_of("state", base.held_by, base.runtimes):
            if id not in seen and fact not in told and _TIME.search(fact.statement) and len(seen) < 2:
                seen.add(id)
                told.append(fact)
                sentences.append(fact_text(fact, name_of(id, base.runtimes)))
    return [part("How long it is kept", " ".join(sentences), [site for _, site in written])] if sentences else []
