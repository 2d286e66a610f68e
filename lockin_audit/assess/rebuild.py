"""The rebuild list: what a team would build anew if it left the runtime or swapped the model, grouped as the work is done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from lockin_audit.assess.effort import Effort, load_effort
from lockin_audit.assess.presence import kind_of
from lockin_audit.assess.workflows import WHOLE
from lockin_audit.core.audit import RebuildItem, Verdict
from lockin_audit.core.evidence import Dimension, Ownership, Question, Site
from lockin_audit.core.runtime import Runtime

Trigger = Literal["leave_runtime", "swap_model"]
_HOSTED = ("managed_runtime", "harness")


def rebuild(
    sites: Iterable[Site],
    verdicts: Mapping[str, Mapping[Question, Verdict]],
    runtimes: Iterable[Runtime],
    effort: Effort | None = None,
) -> tuple[RebuildItem, ...]:
    """One item per workflow, runtime and dimension the vendor holds, and one for each question left to the runtime without a line of code.

    Args:
        sites: those that count, with their workflow set.
        verdicts: workflow id → its four verdicts.
        runtimes: all that are known.
        effort: calibration; default the shipped one.
    """
    scale = effort or load_effort()
    known = {runtime.id: runtime for runtime in runtimes}
    groups: dict[tuple[str, str, Dimension], list[Site]] = {}
    for site in sites:
        if site.ownership is Ownership.PLATFORM:
            groups.setdefault((site.workflow, site.runtime, site.dimension), []).append(site)
    for workflow, answers in verdicts.items():
        for question, runtime in _left_to_runtime(workflow, answers, groups):
            groups.setdefault((workflow, runtime, Dimension(question)), [])
    order = list(Dimension)
    items = [
        _item(workflow, runtime, dimension, found, known, scale)
        for (workflow, runtime, dimension), found in sorted(groups.items(), key=lambda row: (row[0][0], row[0][1], order.index(row[0][2])))
    ]
    return tuple(items)


def _left_to_runtime(
    workflow: str, verdicts: Mapping[Question, Verdict], groups: Mapping[tuple[str, str, Dimension], Sequence[Site]]
) -> list[tuple[Question, str]]:
    """Questions the runtime answers without a line of code, with the runtime most places of the workflow drive."""
    driven = {id: len(found) for (w, id, dimension), found in groups.items() if w == workflow and dimension is Dimension.ORCHESTRATION}
    if not driven:
        return []
    main = min(driven, key=lambda id: (-driven[id], id))
    silent = ("left-to-the-runtime", "runtime-retries-beside-own-code")
    return [(question, main) for question, verdict in verdicts.items() if verdict.decided_by in silent]


def _item(
    workflow: str, runtime: str, dimension: Dimension, sites: Sequence[Site], known: Mapping[str, Runtime], effort: Effort
) -> RebuildItem:
    name = known[runtime].name if runtime in known else runtime
    work = effort.dimension[dimension].work
    now = f"now with {name}" if sites else f"now done by {name} without a line here"
    place = f" ({workflow})" if workflow not in ("", WHOLE.id) else ""
    item = f"{work[0].upper()}{work[1:]}, {now}{place}"
    points = effort.points(dimension, sites)
    return RebuildItem(
        item=item,
        runtime=runtime,
        dimension=dimension,
        sites=len(sites),
        points=points,
        days=effort.days(points),
        workflow=workflow,
        triggers=_triggers(runtime, dimension, sites, known, effort),
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
