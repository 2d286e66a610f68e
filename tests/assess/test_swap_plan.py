"""The plan of a swap takes every entry of its list once, in order, and ends where days and people say."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.assess.swap_plan import stage_kinds, swap_plan
from lockin_audit.core.audit import Days, RebuildItem, Trigger
from lockin_audit.core.evidence import Dimension


def item(dimension: Dimension, likely: float, *triggers: Trigger, workflow: str = "") -> RebuildItem:
    return RebuildItem(
        item="x",
        runtime="acme.managed",
        dimension=dimension,
        sites=3,
        points=1,
        days=Days(low=likely / 2, likely=likely, high=likely * 2),
        triggers=triggers or ("leave_runtime",),
        workflow=workflow,
    )


ITEMS = (
    item(Dimension.TELEMETRY, 4, workflow="a"),
    item(Dimension.STATE, 10, workflow="a"),
    item(Dimension.STATE, 2, workflow="b"),
    item(Dimension.MODEL, 1, "swap_model"),
)


def test_stages_stand_in_the_order_of_work_with_their_leads_weeks_and_cost() -> None:
    plan = swap_plan(ITEMS, trigger="leave_runtime", engineers=2, day_cost=800, days_per_week=5)
    assert plan is not None
    assert [(s.id, s.owner, s.items, s.sites, s.workflows) for s in plan.stages] == [
        ("record", "engineer", 2, 6, ("a", "b")),
        ("watch", "operations", 1, 3, ("a",)),
    ]
    assert [(s.from_week, s.to_week) for s in plan.stages] == [(0.0, 1.2), (1.2, pytest.approx(1.6))]
    assert plan.stages[0].cost.likely == 9600 and plan.days.likely == 16 and plan.cost.high == 32 * 800


def test_only_the_list_asked_for_and_the_workflows_named_count() -> None:
    swap = swap_plan(ITEMS, trigger="swap_model", engineers=1, day_cost=1, days_per_week=5)
    assert swap is not None and [s.id for s in swap.stages] == ["model"]
    only = swap_plan(ITEMS, trigger="leave_runtime", engineers=1, day_cost=1, days_per_week=5, workflows={"b"})
    assert only is not None and only.days.likely == 2
    assert swap_plan(ITEMS[:3], trigger="swap_model", engineers=1, day_cost=1, days_per_week=5) is None


def test_each_stage_says_why_it_stands_where_it_does() -> None:
    assert all(kind.why and kind.title for kind in stage_kinds())


@given(st.lists(st.tuples(st.sampled_from(list(Dimension)), st.floats(0.1, 100)), min_size=1), st.floats(0.5, 20), st.floats(1, 7))
def test_weeks_follow_one_another_and_add_up(entries: list[tuple[Dimension, float]], engineers: float, days_per_week: float) -> None:
    items = [item(d, n) for d, n in entries]
    plan = swap_plan(items, trigger="leave_runtime", engineers=engineers, day_cost=1000, days_per_week=days_per_week)
    assert plan is not None
    assert plan.days.likely == pytest.approx(sum(n for _, n in entries))
    assert all(a.to_week == b.from_week for a, b in pairwise(plan.stages))
    assert plan.stages[-1].to_week == pytest.approx(plan.weeks.likely) == pytest.approx(plan.days.likely / (engineers * days_per_week))
    assert sum(s.items for s in plan.stages) == len(items)
