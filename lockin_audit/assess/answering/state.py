"""Where state is kept, under which schema, which id points to it, and for how long."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lockin_audit.assess.answering.words import (
    Base,
    count,
    counted,
    documented,
    fact_text,
    facts_of,
    found_text,
    is_volatile,
    listed,
    name_of,
    part,
    places_text,
    silent,
    told_of,
)
from lockin_audit.assess.presence import kind_of
from lockin_audit.core.audit import AnswerPart
from lockin_audit.core.evidence import Dimension, Ownership, Site
from lockin_audit.core.runtime import Fact

_TIME = re.compile(r"\b(?:kept|keeps|days?|hours|retention|expir\w*|delet\w*|until)\b", re.IGNORECASE)
_SCHEMA = re.compile(r"\bschemas?\b", re.IGNORECASE)
_NOUNS = re.compile(r"session|thread|conversation|response|memory|checkpoint|interaction|run|assistant", re.IGNORECASE)
_KEEPER = re.compile(r"(?:Saver|Checkpointer|Store|SessionService|SessionManager|ChatMessageHistory|Session)$")
_SHOWN = 6


def answer(base: Base) -> list[AnswerPart]:
    """The parts of the answer."""
    parts: list[AnswerPart] = []
    told: list[Fact] = []
    own = stores(base)
    shapes = [site for site in base.owned if base.role(site) == "shape"]
    if base.platform:
        parts.append(part("With the vendor", told_of(base, base.platform, limits=False), base.platform))
        parts += _pointer(base, own)
    if own:
        parts.append(part("In your own stores", f"{counted(own)}.", own, _stores(base, own)))
    engine = history(base)
    parts += engine
    nothing = "" if engine and not base.platform else silent(base, "session store of your own")
    if not nothing and shapes and not own and not engine:
        nothing = f"No session store of your own was found in the {base.files_read} files read, as far as this version knows such code."
    if nothing:
        parts.append(part("In your own stores", nothing))
    parts += _schema(base, shapes, told)
    parts += _keeping(base, own, told)
    return parts + documented(base, told)


def stores(base: Base) -> list[Site]:
    """Places of one's own that keep something, and do not only describe its shape."""
    return [site for site in base.owned if base.role(site) != "shape"]


def history(base: Base) -> list[AnswerPart]:
    """What a durable engine keeps of each run without a store in the code."""
    kept = [
        site
        for site in base.all_sites
        if site.dimension is Dimension.REPLAY and site.ownership is Ownership.OWNED and kind_of(site, base.runtimes) == "durable_engine"
    ]
    if not kept:
        return []
    names = listed(list(dict.fromkeys(name_of(site.runtime, base.runtimes) for site in kept)))
    text = (
        f"The input and result of each step stand in the event history that {names} keeps of a run, under the id of its workflow "
        f"({places_text(kept)}). Its form is the engine's; where its server and database are is not written at these places."
    )
    return [part("In the history of your engine", text, kept)]


def _pointer(base: Base, owned: Sequence[Site]) -> list[AnswerPart]:
    """The ids that lead to what a vendor holds, and the table of one's own that keeps them."""
    named = [site for site in base.platform if site.detail.names]
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
    keepers = [site for site in named if base.role(site) == "kept_id"]
    beside = [site for site in owned if base.role(site) == "kept_id"]
    if kept:
        site, column = kept[0]
        table = site.detail.names[0] if site.detail.names else "a table"
        text += f" Your table {table} keeps such an id in its column {column} ({site.file}:{site.line})."
    elif keepers:
        text += f" A table or record of yours keeps it ({places_text(keepers)})."
    elif beside:
        text += f" A table or record of yours keeps such an id ({places_text(beside)})."
    elif owned:
        text += f" Whether a store of your own keeps that id is not written where it is declared ({places_text(owned)})."
    else:
        text += " No table of yours was seen to keep it: without it you depend on what the vendor lists."
    return [part("The id that points to it", text, [*named, *(site for site, _ in kept[:1]), *([] if kept or keepers else beside)])]


def _stores(base: Base, sites: Sequence[Site]) -> list[str]:
    """Tables with columns and schema file, checkpointers, and the rest by what was found."""
    clauses: dict[str, None] = {}
    rest = []
    for site in sites:
        names = site.detail.names
        if site.detail.columns and names:
            clauses[f"{names[0]} with {', '.join(site.detail.columns)} (schema in {site.file}:{site.line})"] = None
        elif is_volatile(site):
            clauses[f"{names[0]} ({site.file}:{site.line}; in the memory of the process, and gone when it ends)"] = None
        elif names and _KEEPER.search(names[0]):
            clauses[f"{', '.join(names[:2])} ({site.file}:{site.line}; its tables or files are laid out by the library)"] = None
        elif names:
            clauses[f"{', '.join(names[:2])} ({site.file}:{site.line}; its schema is not written at this place)"] = None
        else:
            rest.append(site)
    shown = list(clauses)[:_SHOWN]
    more = len(clauses) - len(shown)
    if more:
        shown.append(count(more, "more table or store") if more == 1 else f"{more} more tables or stores")
    if rest:
        shown.append(found_text(base, rest, limits=False))
    return shown


def _schema(base: Base, shapes: Sequence[Site], told: list[Fact]) -> list[AnswerPart]:
    """What is known of the schema: that of the agent's state where your code writes it, and that of the vendor's store."""
    sentences = []
    if shapes:
        names = list(dict.fromkeys(name for site in shapes for name in site.detail.names))[:_SHOWN]
        what = f"{', '.join(names)} ({places_text(shapes)})" if names else places_text(shapes)
        sentences.append(f"The shape of the agent's state is written in your code: {what}.")
    if base.verdict in ("platform", "mixed"):
        for id, fact in facts_of("state", base.held_by, base.runtimes):
            if _SCHEMA.search(fact.statement):
                told.append(fact)
                sentences.append(fact_text(fact, name_of(id, base.runtimes)))
                break
        else:
            sentences.append("We know of no published schema of the vendor's store: you see of it what the interface returns.")
    return [part("Schema", " ".join(sentences), shapes)] if sentences else []


def _keeping(base: Base, own: Sequence[Site], told: list[Fact]) -> list[AnswerPart]:
    """How long it is kept: as written in the code, else as documented."""
    written: dict[str, list[Site]] = {}
    for site in base.sites:
        for limit in site.detail.limits:
            written.setdefault(limit, []).append(site)
    text = "; ".join(f"{limit} ({places_text(sites)})" for limit, sites in list(written.items())[:4])
    sentences = [f"Written in the code: {text}."] if text else []
    if base.verdict in ("platform", "mixed"):
        if not any(site.ownership is Ownership.PLATFORM for sites in written.values() for site in sites):
            sentences.append("Nothing in the code sets how long the vendor keeps it.")
        seen: set[str] = set()
        for id, fact in facts_of("state", base.held_by, base.runtimes, base.platform):
            if id not in seen and fact not in told and _TIME.search(fact.statement) and len(seen) < 2:
                seen.add(id)
                told.append(fact)
                sentences.append(fact_text(fact, name_of(id, base.runtimes)))
    if own and not any(site.ownership is Ownership.OWNED for sites in written.values() for site in sites):
        sentences.append("No time after which your own stores drop it is written at these places.")
    return [part("How long it is kept", " ".join(sentences), [site for sites in written.values() for site in sites])] if sentences else []
