"""The action list ranks what answers call for, names owner and effort, and shows where people disagree."""

from __future__ import annotations

from lockin_audit.assess.actions import actions, days_text, disagreements
from tests.assess.evidence_builder import answer, responses


def test_the_most_pressing_first_then_the_quickest() -> None:
    got = actions(responses(
        answer("retry.who", "both"), answer("retry.twice", "again"), answer("accountability.who", "nobody"),
        answer("state.schema", "dont-know"),
        answer("retry.limits", "yes"),
    ))  # fmt: skip
    assert [(a.risk, a.days) for a in got] == [("high", 0.5), ("high", 6), ("unknown", 0.5), ("medium", 1)]
    assert got[0].owner == "board sponsor" and got[0].because == ("answer:four_questions/accountability.who",)


def test_the_same_action_called_for_by_two_people_stands_once() -> None:
    assert len(actions(responses(answer("retry.who", "vendor"), answer("retry.who", "vendor", by="Bo")))) == 1


def test_disagreements_name_who_said_what() -> None:
    got = disagreements(responses(
        answer("retry.limits", "yes"), answer("retry.limits", "no", by="Bo"), answer("retry.who", "ours"),
        answer("retry.who", "ours", by="Bo"),
    ))  # fmt: skip
    assert [d.question for d in got] == ["retry.limits"]
    assert got[0].said[0].startswith('Ada: "Yes, it is our setting') and got[0].said[1].startswith('Bo: "No, ')


def test_efforts_read_as_words() -> None:
    assert [days_text(d) for d in (0.5, 1, 3)] == ["half a day", "1 day", "3 days"]
