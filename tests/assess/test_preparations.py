"""Preparations are ranked by lock-in removed per day of work, and take nothing away twice."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.assess.preparations import PreparationKind, in_place, preparation_kinds, preparations
from lockin_audit.core.audit import Days, RebuildItem
from lockin_audit.core.evidence import Dimension
from tests.assess.evidence_builder import answer, responses


def item(dimension: Dimension, likely: float) -> RebuildItem:
    days = Days(low=likely / 2, likely=likely, high=likely * 2)
    return RebuildItem(item="x", runtime="acme.managed", dimension=dimension, sites=1, points=1, days=days)


def kind(id: str, likely: float, **relieves: float) -> PreparationKind:
    return PreparationKind.model_validate(
        {
            "id": id,
            "what": "w",
            "gives": "g",
            "owner": "engineer",
            "days": {"low": likely, "likely": likely, "high": likely},
            "relieves": relieves,
        }
    )


def test_the_highest_yield_per_day_comes_first_and_shares_multiply() -> None:
    got = preparations([item(Dimension.STATE, 10)], kinds=[kind("slow", 5, state=0.5), kind("quick", 1, state=0.5), kind("calm", 1)])
    assert [(p.id, p.removes, p.per_day) for p in got] == [("quick", 5.0, 5.0), ("slow", 2.5, 0.5), ("calm", 0.0, 0.0)]


def test_what_is_done_is_left_out_and_counts_as_gone() -> None:
    kinds = [kind("a", 1, state=0.5), kind("b", 1, state=0.5)]
    assert [(p.id, p.removes) for p in preparations([item(Dimension.STATE, 8)], ["a"], kinds)] == [("b", 2.0)]


def test_good_news_on_one_clause_does_not_settle_the_contract() -> None:
    proof = {"questionnaire": "procurement", "evidence": "clause 12"}
    ga = answer("exit.status", "ga", **proof)
    assert "exit-terms" in in_place(responses(ga))
    assert "exit-terms" in in_place(responses(ga, answer("exit.notice", "dont-know", **proof)))
    assert "exit-terms" not in in_place(responses(ga, answer("exit.notice", "term", **proof)))
    assert "exit-terms" not in in_place(responses(answer("exit.status", "ga", questionnaire="procurement")))


def test_nothing_to_rebuild_means_nothing_to_prepare() -> None:
    assert preparations([]) == ()
    ids = [p.id for p in preparations([item(Dimension.MODEL, 1)])]
    assert "model-setting" in ids and "own-credentials" not in ids and "exit-terms" in ids


def test_what_is_about_leaving_waits_for_something_to_leave() -> None:
    swap = item(Dimension.MODEL, 4).model_copy(update={"triggers": ("swap_model",)})
    ids = {p.id for p in preparations([swap])}
    assert "accountable-person" in ids and not ids & {"exit-terms", "exit-plan", "fallback", "bill-check"}
    assert "exit-terms" in {p.id for p in preparations([swap, item(Dimension.STATE, 4)])}


def test_nobody_works_eight_days_to_save_an_hour() -> None:
    ids = {p.id for p in preparations([item(Dimension.MODEL, 0.3)])}
    assert "model-setting" in ids and "adapter" not in ids


def test_rules_for_coding_agents_need_a_harness() -> None:
    rows = [item(Dimension.ORCHESTRATION, 40)]
    assert "neutral-instructions" in {p.id for p in preparations(rows, present={"harness"})}
    assert "neutral-instructions" not in {p.id for p in preparations(rows, present={"managed_runtime"})}


@given(
    st.dictionaries(st.sampled_from(list(Dimension)), st.floats(0.1, 200), min_size=1),
    st.sets(st.sampled_from([k.id for k in preparation_kinds()])),
)
def test_never_more_is_removed_than_there_is_and_yields_fall(days: dict[Dimension, float], done: set[str]) -> None:
    got = preparations([item(d, n) for d, n in days.items()], done)
    assert sum(p.removes for p in got) <= sum(days.values()) + 0.05 * len(got)
    yields = [p.removes / p.days.likely for p in got if p.removes]
    assert all(a >= b - 0.11 for a, b in pairwise(yields))
    assert not done & {p.id for p in got}


def test_done_needs_everyone_who_was_asked() -> None:
    yes, no = answer("retry.twice", "safe"), answer("retry.twice", "again", by="Bo")
    assert in_place(responses(yes)) == {"idempotent-tools"}
    assert in_place(responses(yes, no)) == frozenset()
