"""A first `lockin.toml`: workflows guessed from the folders that hold places with a vendor, options from the runtime found most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from lockin_audit.ask.answers import toml_text
from lockin_audit.assess.workflows import matches
from lockin_audit.core.audit import Criticality
from lockin_audit.core.evidence import Confidence, Dimension, Ownership, Scan, Site
from lockin_audit.core.runtime import Runtime
from lockin_audit.finance.products import Product, product_of, products

_WATCHING = (Dimension.TELEMETRY, Dimension.RUNBOOK)
"""Folders with nothing else hold dashboards and runbooks, which belong to a workflow and are none."""
WORKFLOW_LIMIT = 12
"""More guesses than this help nobody; the remaining folders are named in a comment."""

_MODELS = {"openai": "openai/gpt-5"}
"""Model to price the tokens of a platform that cannot run the study's default one, by the provider it runs."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A config as text."""

    text: str
    workflows: int


@dataclass(frozen=True, slots=True)
class Guess:
    """One workflow guessed from a folder."""

    id: str
    paths: tuple[str, ...]
    runtimes: tuple[str, ...]
    places: int


def guesses(sites: Iterable[Site]) -> tuple[Guess, ...]:
    """One workflow per folder with places of a vendor; folders that all of them share are passed through."""
    held = _held(sites)
    if not held:
        return ()
    folders = [s.file.split("/")[:-1] for s in held]
    depth = 0
    while all(len(f) > depth for f in folders) and len({tuple(f[: depth + 1]) for f in folders}) == 1:
        depth += 1
    if all(len(f) == depth for f in folders):
        depth = max(0, depth - 1)
    groups: dict[str, list[Site]] = {}
    for site, folder in zip(held, folders, strict=True):
        groups.setdefault("/".join(folder[: depth + 1]) if len(folder) > depth else "", []).append(site)
    found: list[Guess] = []
    used: set[str] = set()
    groups = {folder: members for folder, members in groups.items() if any(s.dimension not in _WATCHING for s in members)}
    for folder_name, members in sorted(groups.items(), key=lambda row: (-len(row[1]), row[0])):
        paths = (f"{_literal(folder_name)}/**",) if folder_name else tuple(sorted({_literal(s.file) for s in members}))
        stem = re.sub(r"[^a-z0-9]+", "-", folder_name.rsplit("/", 1)[-1].lower()).strip("-") or "main"
        id, number = stem, 2
        while id in used:
            id, number = f"{stem}-{number}", number + 1
        used.add(id)
        counted = Counter(s.runtime for s in members)
        found.append(Guess(id=id, paths=paths, runtimes=tuple(sorted(counted, key=lambda r: (-counted[r], r))), places=len(members)))
    return tuple(found)


def _held(sites: Iterable[Site]) -> list[Site]:
    return [s for s in sites if s.ownership is Ownership.PLATFORM and s.confidence.rank >= Confidence.MEDIUM.rank]


def _literal(path: str) -> str:
    """A path as a glob that matches only itself."""
    return re.sub(r"([*?\[])", r"[\1]", path)


def draft_config(scan: Scan, runtimes: Sequence[Runtime], *, name: str, repository: str) -> Draft:
    """The text of a config for what was found.

    Args:
        scan: everything that was found.
        runtimes: all that are known.
        name: of the repository, for the title.
        repository: folder of the repository as seen from the file.
    """
    known = {r.id: r for r in runtimes}
    found = guesses(scan.sites)
    parts = [
        f"""# What the owner of this repository says about its agents. A draft of `lockin-audit init`: correct it, it decides.
# `lockin-audit schema config` prints every key.

[study]
title = {toml_text(f"Agent orchestration of {name}")}
repository = {toml_text(repository)}          # folder to audit, as seen from this file

[team]
# engineers = 0                 # people who could build and run orchestration; without it some recommendations stay open
# on_call = false               # whether a rota exists that could take it on
"""
    ]
    kept = found[:WORKFLOW_LIMIT]
    if kept:
        parts.append("# Workflows: what a board decides about. A file belongs to the first workflow whose paths match it.\n")
    for guess in kept:
        names = ", ".join(known[r].name if r in known else r for r in guess.runtimes[:3])
        paths = ", ".join(toml_text(path) for path in guess.paths)
        parts.append(
            f"""[[workflow]]
id = {toml_text(guess.id)}
name = {toml_text(guess.id.replace("-", " ").capitalize())}
paths = [{paths}]          # {guess.places} place{"s" if guess.places > 1 else ""} with a vendor: {names}
criticality = []                # {", ".join(get_args(Criticality))}
outcome = ""                    # what counts as an accepted result
"""
        )
    if len(found) > len(kept):
        rest = ", ".join(toml_text(path) for guess in found[len(kept) :] for path in guess.paths)
        parts.append(f"# Further folders with places of a vendor: {rest}\n")
    watching = sorted({toml_text(s.file) for s in _held(scan.sites) if not any(matches(s.file, guess.paths) for guess in found)})
    if watching:
        rest = ", ".join(watching[:WORKFLOW_LIMIT]) + (", ..." if len(watching) > WORKFLOW_LIMIT else "")
        parts.append(f"# Dashboards and runbooks that name a vendor; add them to the paths of the workflow they belong to: {rest}\n")
    if not found:
        parts.append(
            """# No place was found where a vendor decides or holds anything. Add workflows where the scan cannot see them:
# [[workflow]]
# id = "assistant"
# paths = ["assistant/**"]
# criticality = ["internal"]
# runtime = "microsoft.copilot_studio"    # `lockin-audit runtimes` lists the ids
"""
        )
    parts.append(_options(found, known))
    return Draft(text="\n".join(parts), workflows=len(kept))


def _product(runtime: Runtime) -> Product | None:
    """The product whose lines price a runtime: its own, else the one that stands in for it."""
    return products().get(runtime.price_product or "") or product_of(runtime.id)[0]


def _options(found: Sequence[Guess], known: dict[str, Runtime]) -> str:
    """The ways to run the agents that the cost model lays side by side."""
    counted: Counter[str] = Counter()
    for guess in found:
        for runtime in guess.runtimes:
            if runtime in known and known[runtime].kind == "managed_runtime":
                counted[runtime] += guess.places
    order = sorted(counted, key=lambda r: (-counted[r], r))
    priced = [(known[r], product) for r in order if (product := _product(known[r])) is not None]
    unpriced = [known[r].name for r in sorted(counted) if _product(known[r]) is None]
    lines = ["# Ways to run the agents, side by side; [compare] names the two in the headline. Volumes go under [assumptions].\n"]
    if unpriced:
        lines.append(f"# Found, but not yet a product the cost model has lines for: {', '.join(unpriced)}.\n")
    if priced:
        (first, product), *rest = priced
        others = "".join(f"\n# product = {toml_text(p.id)}          # {r.name}, also found here" for r, p in rest)
        own = _MODELS.get(product.providers[0], "") if product.providers else ""
        model = f"model = {toml_text(own)}          # whose tokens are priced; name the one you use\n" if own else ""
        lines.append(
            f"""[cost]
price_steps = true              # count free amounts and volume steps of the price book in full
{model}
[[option]]
id = "managed"
kind = "managed"
label = {toml_text(f"Stay on {first.name}")}
product = {toml_text(product.id)}{others}

[[option]]
id = "portable"
kind = "managed"
label = {toml_text(f"Stay on {first.name}, portable specification")}
product = {toml_text(product.id)}
portable = true                 # prompts, tools and state also in a form of your own
{_hybrid(found, product)}
[[option]]
id = "owned"
kind = "owned"
label = "Own the orchestration"

[[option]]
id = "later"
kind = "owned"
label = "Own it in six months"
defer_months = 6

[compare]
from = "managed"
to = "owned"
"""
        )
    return "\n".join(lines)


def _hybrid(found: Sequence[Guess], product: Product) -> str:
    """Owning the workflow with the most places while the others stay, where there are several."""
    if len(found) < 2:
        return ""
    moved = found[0].id
    return f"""
[[option]]
id = "hybrid"
kind = "hybrid"
label = {toml_text(f"Own {moved.replace('-', ' ')}, rent the rest")}
product = {toml_text(product.id)}
owned_workflows = [{toml_text(moved)}]          # the most places are here; choose by what matters most
"""
