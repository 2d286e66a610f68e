"""The answer to "what if we had to swap?" as work: stages in order, who leads, how many days and weeks, at what cost."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from typing import Self

from pydantic import model_validator

from lockin_audit.core.audit import Days, OwnerRole, RebuildItem, Trigger
from lockin_audit.core.data_files import PACKAGE, load
from lockin_audit.core.evidence import Dimension
from lockin_audit.core.record import Record
from lockin_audit.core.swap_plan import PlanStage, Range, SwapPlan


class StageKind(Record):
    """One row of `swap_plan.toml`."""

    id: str
    title: str
    dimensions: tuple[Dimension, ...]
    owner: OwnerRole
    why: str
    """Why it stands at this place."""


class _File(Record):
    stage: tuple[StageKind, ...]

    @model_validator(mode="after")
    def _complete(self) -> Self:
        named = [dimension for stage in self.stage for dimension in stage.dimensions]
        if sorted(named) != sorted(Dimension):
            raise ValueError("every dimension must stand in exactly one stage")
        return self


@cache
def stage_kinds() -> tuple[StageKind, ...]:
    """All stages in their order."""
    return load(PACKAGE / "assess" / "swap_plan.toml", _File).stage


def swap_plan(
    items: Sequence[RebuildItem],
    *,
    trigger: Trigger,
    engineers: float,
    day_cost: float,
    days_per_week: float,
    workflows: Collection[str] | None = None,
) -> SwapPlan | None:
    """The stages of the work, one after another with everyone on each; None where nothing would be rebuilt.

    Weeks are days / (engineers · days per week), so that the last stage ends where the cost model's weeks of the same work end.
    Cost is days times the cost of a day. Both are as of today, before what grows until the month the board asks about.

    Args:
        items: the rebuild list.
        trigger: which of its two lists.
        engineers: who would work on it at the same time, above 0.
        day_cost: of one engineer's day, in the study's currency.
        days_per_week: working days, above 0.
        workflows: ids that count; None: all.
    """
    counted = [i for i in items if trigger in i.triggers and (workflows is None or not i.workflow or i.workflow in workflows)]
    if not counted:
        return None
    pace = engineers * days_per_week
    stages: list[PlanStage] = []
    done = Days(low=0, likely=0, high=0)
    for kind in stage_kinds():
        own = [i for i in counted if i.dimension in kind.dimensions]
        if not own:
            continue
        days = sum((i.days for i in own), Days(low=0, likely=0, high=0))
        start, done = done, done + days
        stages.append(
            PlanStage(
                id=kind.id,
                title=kind.title,
                owner=kind.owner,
                why=kind.why,
                items=len(own),
                sites=sum(i.sites for i in own),
                workflows=tuple(dict.fromkeys(i.workflow for i in own if i.workflow)),
                days=days,
                from_week=start.likely / pace,
                to_week=done.likely / pace,
                cost=_times(days, day_cost),
            )
        )
    total = sum((i.days for i in counted), Days(low=0, likely=0, high=0))
    return SwapPlan(
        trigger=trigger,
        engineers=engineers,
        day_cost=day_cost,
        stages=tuple(stages),
        days=total,
        weeks=_times(total, 1 / pace),
        cost=_times(total, day_cost),
    )


def _times(days: Days, factor: float) -> Range:
    return Range(low=days.low * factor, likely=days.likely * factor, high=days.high * factor)
