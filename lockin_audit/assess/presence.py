"""Who runs the agents: which runtimes are driven from a set of places, and whether there is agent work at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lockin_audit.core.evidence import Dimension, Ownership, Site
from lockin_audit.core.runtime import WITHOUT_AGENTS, Kind, Runtime

_AGENT_DIMENSIONS = frozenset({Dimension.MODEL, Dimension.TOOLS, Dimension.PROMPTS})
_SELF_RUN: frozenset[Kind] = frozenset({"framework", "model_api"})
_WATCHING = frozenset({Dimension.TELEMETRY, Dimension.RUNBOOK})
"""Dashboards and runbooks are about an agent; they do not run one."""
_HELD = frozenset({Dimension.RETRY, Dimension.STATE, Dimension.REPLAY})
"""What one's own code holds around the calls of models."""
_TEMPLATE = re.compile(r"(?:^|/)[\w.-]*\.?env\.(?:[\w.-]+\.)?(?:example|sample|template|dist|tmpl)$", re.IGNORECASE)
"""Settings to be copied and filled in: beside a loop of one's own, what they name is one of the choices and says not who runs it."""
_SHOWN = re.compile(r"(?:^|/)(?:examples?|notebooks?|cookbooks?|demos?|tutorials?|samples?)/", re.IGNORECASE)
_A_PRODUCT = 3
"""Files with loops of one's own, outside of such folders, that make a product: what its examples drive is not what runs it."""


@dataclass(frozen=True, slots=True)
class Presence:
    """What runs here."""

    workload: bool
    """There is agent work: anything but workflow engines, dashboards and runbooks alone, and neutral libraries beside an engine alone."""
    driven: tuple[str, ...]
    """Managed runtimes driven from here, the one with most places first."""
    harness: tuple[str, ...]
    """Closed vendor harnesses started in the own process."""
    own_loop: bool
    """An agent loop runs in the own process."""
    by_manifest: bool
    """Known only from a package manifest or the config, not from a place in the code."""


def kind_of(site: Site, runtimes: Mapping[str, Runtime]) -> Kind:
    """Kind of the runtime a site belongs to; for an id nobody describes, judged by who holds the site."""
    if site.runtime in runtimes:
        return runtimes[site.runtime].kind
    if site.runtime.startswith("neutral."):
        return "neutral"
    return "managed_runtime" if site.ownership is Ownership.PLATFORM else "framework"


def _rented(site: Site, kind: Kind) -> bool:
    """Whether the vendor runs for you what you could run yourself: a place of an open framework that hands the loop to its cloud."""
    return kind == "framework" and site.dimension is Dimension.ORCHESTRATION


def _around_models(kinds: Sequence[tuple[Site, Kind]]) -> bool:
    """Whether what was found stands around calls of models that are no places themselves (a web address, a client of no pack): a neutral
    store or retry is told only where models or agents are asked, or where an engine runs, whose work may be any."""
    found = {kind for _, kind in kinds}
    return "durable_engine" not in found and any(kind == "neutral" and site.dimension in _HELD for site, kind in kinds)


def presence(sites: Sequence[Site], runtimes: Mapping[str, Runtime], named: Iterable[str] = ()) -> Presence:
    """Judge a set of places.

    Args:
        sites: the places of one workflow or of the repository.
        runtimes: id → what is known of it.
        named: runtime ids known from manifests or the config; they count only where no place in the code shows agent work.
    """
    kinds = [(site, kind_of(site, runtimes)) for site in sites if site.dimension not in _WATCHING]
    workload = any(kind not in WITHOUT_AGENTS or site.dimension in _AGENT_DIMENSIONS for site, kind in kinds) or _around_models(kinds)
    own_loop = any(
        kind in _SELF_RUN or (site.dimension is Dimension.ORCHESTRATION and site.ownership is Ownership.OWNED) for site, kind in kinds
    )
    held = [site for site, kind in kinds if site.ownership is Ownership.PLATFORM and (kind == "managed_runtime" or _rented(site, kind))]
    loops = {s.file for s, _ in kinds if s.dimension is Dimension.ORCHESTRATION and s.ownership is Ownership.OWNED}
    product = sum(_SHOWN.search(file) is None for file in loops) >= _A_PRODUCT
    aside = [form for form, holds in ((_TEMPLATE, own_loop), (_SHOWN, product)) if holds]
    orchestrated = [s for s in held if s.dimension is Dimension.ORCHESTRATION and not any(form.search(s.file) for form in aside)]
    # Without a loop of one's own, whatever is called at a managed runtime is what runs the agents.
    driving = orchestrated or ([] if own_loop else held)
    counted = Counter(site.runtime for site in driving)
    driven = tuple(sorted(counted, key=lambda id: (-counted[id], id)))
    harness = tuple(sorted({s.runtime for s, kind in kinds if kind == "harness" and s.dimension is Dimension.ORCHESTRATION}))
    if workload:
        return Presence(workload=True, driven=driven, harness=harness, own_loop=own_loop, by_manifest=False)
    known = sorted(id for id in set(named) if id in runtimes and runtimes[id].kind not in WITHOUT_AGENTS)
    return Presence(
        workload=bool(known),
        driven=tuple(id for id in known if runtimes[id].kind == "managed_runtime"),
        harness=tuple(id for id in known if runtimes[id].kind == "harness"),
        own_loop=any(runtimes[id].kind in _SELF_RUN for id in known),
        by_manifest=bool(known),
    )
