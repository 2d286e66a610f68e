"""The sentences of the first page."""

from __future__ import annotations

import pytest

from lockin_audit.core.audit import Recommendation
from lockin_audit.finance.result import TornadoBar
from lockin_audit.report.draft import decisive_placeholders, draft_reasons
from lockin_audit.report.flips import flip_conditions, turning_point
from lockin_audit.report.narrative import narrate
from tests.report.study_builder import make_audit, make_cost, make_study


def test_the_verdict_says_what_to_do_who_decides_today_and_what_it_costs() -> None:
    verdict = narrate(make_study()).verdict
    assert verdict.startswith("Own the orchestration of Claims triage; stay managed with Research assistant.")
    assert "The platform alone decides state and replay and shares retries and telemetry with your own code." in verdict
    assert "Over 36 months “Own orchestration” costs $154k less than “Claude Managed Agents” in present value" in verdict
    assert verdict.endswith("the cheaper of the two in 85% of 10,000 simulated futures.")


def test_it_can_say_stay_managed_with_everything() -> None:
    audit = make_audit()
    managed: Recommendation = "managed"
    audit = audit.model_copy(update={"workflows": tuple(w.model_copy(update={"recommendation": managed}) for w in audit.workflows)})
    assert narrate(make_study(audit=audit)).verdict.startswith("Stay managed with all 2 workflows.")


def test_nothing_found_is_said_plainly() -> None:
    words = narrate(make_study(audit=make_audit(())))
    assert words.verdict.startswith("No sign of an agent runtime was found in the 42 files read")
    assert words.key_numbers[3].value == "nothing to rebuild"


def test_without_a_config_the_money_is_called_a_placeholder() -> None:
    default = make_study().model_copy(update={"config_is_default": True})
    assert "With the tool's placeholder volumes, over 36 months" in narrate(default).verdict
    nothing = make_study(audit=make_audit(())).model_copy(update={"config_is_default": True})
    assert "compare nothing of yours" in narrate(nothing).verdict
    assert "$" not in narrate(nothing).verdict


def test_always_four_numbers_each_with_a_reason_when_unknown() -> None:
    cost = make_cost(simulated=False).model_copy(update={"comparison": None})
    found = narrate(make_study(cost=cost)).key_numbers
    assert [n.label for n in found] == ["Saving by moving", "Payback", "Break-even volume", "Effort to leave"]
    assert [n.value for n in found[:3]] == ["unknown"] * 3
    assert all(n.note for n in found)


def test_a_payback_that_does_not_come_has_words() -> None:
    cost = make_cost()
    assert cost.comparison is not None
    never = cost.comparison.model_copy(
        update={
            "saving_npv": -50_000.0,
            "payback_month": None,
            "discounted_payback_month": None,
            "sustained_payback_month": None,
            "break_even_sessions": (),
        }
    )
    words = narrate(make_study(cost=cost.model_copy(update={"comparison": never})))
    assert words.key_numbers[0].value == "−$50k"
    assert "Negative: moving costs more" in words.key_numbers[0].note
    assert words.key_numbers[1].value == "not reached within 36 months"
    assert words.key_numbers[2].value == "none"
    assert "Owning is advised for control over critical work, not to save money." in words.verdict
    assert "costs $50k more than “Claude Managed Agents”" in words.verdict


def test_unpriced_lines_are_said_beside_the_totals() -> None:
    cost = make_cost()
    option = cost.options["managed"].model_copy(update={"unpriced": ("Credits: no price.",)})
    words = narrate(make_study(cost=cost.model_copy(update={"options": {**cost.options, "managed": option}})))
    assert "could not be priced for “Claude Managed Agents” (1 line)" in words.verdict


def test_it_is_a_draft_while_a_decisive_input_is_a_placeholder() -> None:
    study = make_study()
    assert [a.id for a in decisive_placeholders(study)] == ["claims.tokens_in", "claims.active_minutes"]
    assert draft_reasons(study)[0].startswith("2 inputs that move the result are placeholders nobody has confirmed")
    agreed = tuple(a.model_copy(update={"basis": "answered", "source": "finance"}) for a in study.cost.assumptions)
    assert not draft_reasons(make_study(cost=study.cost.model_copy(update={"assumptions": agreed})))


def test_a_placeholder_that_moves_nothing_does_not_make_a_draft() -> None:
    cost = make_cost()
    flat = tuple(b.model_copy(update={"low": 1.0, "high": 1.0}) for b in cost.tornado)
    assert not draft_reasons(make_study(cost=cost.model_copy(update={"tornado": flat})))


def test_without_a_config_everything_is_a_draft() -> None:
    assert "lockin.toml" in draft_reasons(make_study(config_is_default=True))[0]


def test_three_conditions_that_would_change_the_comparison() -> None:
    first, second, third = narrate(make_study()).flips
    assert first == "Fewer than about 27,400 sessions a month in all (today 42,000): “Claude Managed Agents” becomes the cheaper option."
    assert second.startswith("“Claims: input tokens per session” below about 24,000 tokens/session (now 38,000 tokens/session)")
    assert third.startswith("“Days to build the owned stack” above about 300 days (now 180 days)")


def test_inputs_that_do_not_reverse_it_are_said_not_to() -> None:
    cost = make_cost()
    assert cost.comparison is not None
    steady = tuple(b for b in cost.tornado if b.low > 0 and b.high > 0)
    cost = cost.model_copy(update={"tornado": steady, "comparison": cost.comparison.model_copy(update={"break_even_sessions": ()})})
    assert (
        flip_conditions(cost)[0]
        == "“Share of an engineer to run it” alone does not reverse it: across its whole range the saving is $10k to $190k."
    )


def test_the_turning_point_lies_on_the_line_between_base_and_end() -> None:
    bar = TornadoBar(id="x", label="X", low=-50.0, high=200.0, input_low=0.0, input_high=20.0, unit="days")
    assert turning_point(bar, 100.0, 9.0) == (pytest.approx(3.0), False)
    assert turning_point(bar, 100.0, None) is None
    assert turning_point(bar.model_copy(update={"low": 50.0}), 100.0, 9.0) is None


def test_what_to_do_next_names_vendor_placeholders_and_contradictions() -> None:
    text = " ".join(narrate(make_study()).actions)
    for part in (
        "Plan the move of Claims triage",
        "Leave Research assistant where it is",
        "Ask Anthropic in writing",
        "2 inputs",
        "1 contradiction",
        "(state)",
    ):
        assert part in text
