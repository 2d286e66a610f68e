"""The tables of decision are complete and free of overlap."""

from __future__ import annotations

from itertools import product

import pytest

from lockin_audit.assess.questions import Findings, answer_rules, decide, decision_rules, join, meet
from lockin_audit.core.evidence import QUESTIONS

VERDICTS = ("platform", "mixed", "owned", "none")


def test_exactly_one_rule_of_decision_holds_for_each_combination() -> None:
    for question, *flags in product(QUESTIONS, *[(True, False)] * 4):
        found = Findings(question, *flags)
        assert len([rule.id for rule in decision_rules() if rule.holds(found)]) == 1, found


@pytest.mark.parametrize("rule", [r.id for r in decision_rules()])
def test_every_rule_of_decision_is_reached(rule: str) -> None:
    reached = {decide(Findings(q, *flags)).id for q, *flags in product(QUESTIONS, *[(True, False)] * 4)}
    assert rule in reached


def test_exactly_one_rule_holds_for_each_answer() -> None:
    for relation, ground, overrule in product(("same", "adds", "differs"), ("sites", "absence"), (True, False)):
        held = [
            r.id
            for r in answer_rules()
            if relation in r.relation and ground in r.evidence and (r.overrule is None or r.overrule == overrule)
        ]
        assert len(held) == 1, (relation, ground, overrule, held)


def test_an_answer_that_differs_from_places_in_the_code_is_shown_and_counted_with_them() -> None:
    rule = meet("platform", "owned", "sites", overrule=False)
    assert (rule.take, rule.contradiction) == ("both", True)


@pytest.mark.parametrize("first", VERDICTS)
@pytest.mark.parametrize("second", VERDICTS)
def test_joining_is_symmetric_and_never_loses_a_side(first: str, second: str) -> None:
    value = join(first, second)  # type: ignore[arg-type]
    assert value == join(second, first)  # type: ignore[arg-type]
    sides = {"platform": {"p"}, "owned": {"o"}, "mixed": {"p", "o"}, "none": set()}
    assert sides[value] == sides[first] | sides[second]
