"""The rebuild list: what a team would build anew if it left the runtime or swapped the model, grouped as the work is done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lockin_audit.assess.answering.words import listed, name_of
from lockin_audit.assess.effort import Effort, load_effort
from lockin_audit.assess.presence import kind_of
from lockin_audit.assess.roles import roles_of
from lockin_audit.assess.workflows import WHOLE
from lockin_audit.core.audit import RebuildItem, Trigger, Verdict
from lockin_audit.core.evidence import Dimension, Ownership, Question, Site
from lockin_audit.core.runtime import Runtime

_Key = tuple[str, str, Dimension]
"""Workflow, runtime, dimension."""
_HOSTED = ("managed_runtime", "harness")


def rebuild(
    sites: Iterable[Site],
    verdicts: Mapping[str, Mapping[Question, Verdict]],
    runtimes: Iterable[Runtime],
    effort: Effort | None = None,
) -> tuple[RebuildItem, ...]:
    """One item per workflow, runtime and dimension the vendor holds, and one for each question left to the runtime without a line of code.

    What only a swap of the model touches is one piece of work for all runtimes of a workflow, under the one with most places.

    Args:
        sites: those that count, with their workflow set.
        verdicts: workflow id → its four verdicts.
        runtimes: all that are known.
        effort: calibration; default the shipped one.
    """
    scale = effort or load_effort()
    known = {runtime.id: runtime for runtime in runtimes}
    roles = roles_of(known.values())
    groups: dict[_Key, list[Site]] = {}
    for site in sites:
        if site.ownership is Ownership.PLATFORM:
            groups.setdefault((site.workflow, site.runtime, site.dimension), []).append(site)
    for workflow, answers in verdicts.items():
        for question, runtime in _left_to_runtime(workflow, answers, groups):
            groups.setdefault((workflow, runtime, Dimension(question)), [])
    groups = _joined(groups, known, scale)
    order = list(Dimension)
    keys = sorted(groups, key=lambda k: (k[0], k[1], order.index(k[2])))
    triggers = {key: _triggers(key[1], key[2], groups[key], known, scale) for key in keys}
    points = _with_design_shared(keys, {key: scale.points(key[2], groups[key]) for key in keys}, triggers, scale)
    words = {key: scale.work_of(key[2], groups[key], roles) for key in keys}
    return tuple(_item(key, groups[key], points[key], triggers[key], known, words[key], scale) for key in keys)


def _joined(groups: Mapping[_Key, list[Site]], known: Mapping[str, Runtime], effort: Effort) -> dict[_Key, list[Site]]:
    """The groups with those that only a swap of the model touches joined over the runtimes of a workflow."""
    out: dict[_Key, list[Site]] = {}
    swaps: dict[tuple[str, Dimension], list[_Key]] = {}
    for key, sites in groups.items():
        if _triggers(key[1], key[2], sites, known, effort) == ("swap_model",):
            swaps.setdefault((key[0], key[2]), []).append(key)
        else:
            out[key] = sites
    for keys in swaps.values():
        keys.sort(key=lambda k: (-len(groups[k]), k[1]))
        out[keys[0]] = [site for key in keys for site in groups[key]]
    return out


def _with_design_shared(
    keys: Sequence[_Key], points: Mapping[_Key, float], triggers: Mapping[_Key, tuple[Trigger, ...]], effort: Effort
) -> dict[_Key, float]:
    """Points with the design of each dimension counted once: the largest item in full, the others at a share.

    Items that only a swap of the model would touch are counted apart, so that they make leaving the runtime look no cheaper.
    """
    out: dict[_Key, float] = {}
    seen: set[tuple[Dimension, bool]] = set()
    for key in sorted(keys, key=lambda k: (-points[k], k[0], k[1])):
        design = (key[2], "leave_runtime" in triggers[key])
        out[key] = points[key] if design not in seen else round(points[key] * effort.repeat.another_item, 1)
        seen.add(design)
    return out


def _left_to_runtime(
    workflow: str, verdicts: Mapping[Question, Verdict], groups: Mapping[_Key, Sequence[Site]]
) -> list[tuple[Question, str]]:
    """Questions the runtime answers without a line of code, with the runtime most places of the workflow drive."""
    driven = {id: len(found) for (w, id, dimension), found in groups.items() if w == workflow and dimension is Dimension.ORCHESTRATION}
    if not driven:
        return []
    main = min(driven, key=lambda id: (-driven[id], id))
    silent = ("left-to-the-runtime", "runtime-retries-beside-own-code")
    return [(question, main) for question, verdict in verdicts.items() if verdict.decided_by in silent]


def _item(
    key: _Key, sites: Sequence[Site], points: float, triggers: tuple[Trigger, ...], known: Mapping[str, Runtime], work: str, effort: Effort
) -> RebuildItem:
    workflow, runtime, dimension = key
    names = [name_of(id, known) for id in dict.fromkeys([runtime, *(site.runtime for site in sites)])]
    now = f"now with {listed(names)}" if sites else f"left to {listed(names)} today, without a line of code"
    place = f" ({workflow})" if workflow not in ("", WHOLE.id) else ""
    return RebuildItem(
        item=f"{work[0].upper()}{work[1:]}, {now}{place}",
        runtime=runtime,
        dimension=dimension,
        sites=len(sites),
        points=points,
        days=effort.days(points),
        workflow=workflow,
        triggers=triggers,
        site_ids=tuple(site.id for site in sites),
    )


def _triggers(
    runtime: str, dimension: Dimension, sites: Sequence[Site], known: Mapping[str, Runtime], effort: Effort
) -> tuple[Trigger, ...]:
    """On which list an item stands."""
    kind = kind_of(sites[0], known) if sites else "managed_runtime"
    hosted = kind in _HOSTED
    single = hosted and runtime in known and known[runtime].own_models_only
    if dimension in effort.triggers.swap_only:
        return ("swap_model",)
    if dimension in effort.triggers.swap_too:
        return ("leave_runtime", "swap_model") if hosted else ("swap_model",)
    return ("leave_runtime", "swap_model") if single else ("leave_runtime",)
