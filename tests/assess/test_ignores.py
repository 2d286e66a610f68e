"""What is left out on purpose is kept with its reason; what has ended, says nothing or matches nothing is said and hides nothing."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from lockin_audit.assess.audit import assess
from lockin_audit.core.config import Config
from lockin_audit.core.evidence import IgnoreComment
from tests.assess.evidence_builder import MANAGED, NEUTRAL, RUNTIMES, place, scan_of

TODAY = date(2026, 11, 21)
SITES = (place("orchestration"), place("state", line=5), place("retry", "owned", NEUTRAL, line=9), place("state", file="old/x.py", line=2))


def audit(*comments: IgnoreComment, today: date = TODAY, **entry: object):  # type: ignore[no-untyped-def]
    scan = scan_of(*SITES).model_copy(update={"ignores": comments})
    entries = [{"reason": "Moves in March.", "expires": date(2027, 3, 31), **entry}] if entry else []
    return assess(scan, Config.model_validate({"audit": {"ignore": entries}}), RUNTIMES, today=today)


def comment(line: int = 5, reason: str = "read only", **more: object) -> IgnoreComment:
    return IgnoreComment.model_validate({"file": "app/agent.py", "line": line, "reason": reason, **more})


@pytest.mark.parametrize(
    ("entry", "hidden"),
    [
        ({"rule": f"{MANAGED}/state-platform"}, {5, 2}),
        ({"rule": f"{MANAGED}/*", "paths": ("old/**",)}, {2}),
        ({"paths": ("app/",)}, {1, 5, 9}),
        ({"site": SITES[1].id}, {5}),
    ],
)
def test_entries_hide_what_they_name_and_give_the_reason(entry: dict[str, object], hidden: set[int]) -> None:
    found = audit(**entry)
    assert {i.site.line for i in found.ignored} == hidden
    assert {i.reason for i in found.ignored} == {"Moves in March."} and found.remarks == ()
    assert not {i.site.id for i in found.ignored} & {s.id for s in found.sites}
    assert not any(i.site.id in item.site_ids for i in found.ignored for item in found.rebuild)


def test_an_entry_that_has_ended_hides_nothing_and_says_so() -> None:
    last, after = audit(rule=f"{MANAGED}/*", today=date(2027, 3, 31)), audit(rule=f"{MANAGED}/*", today=date(2027, 4, 1))
    assert len(last.ignored) == 3 and after.ignored == () and len(after.sites) == len(SITES)
    assert "ended on 2027-03-31; 3 places it speaks of count again (Moves in March.)" in after.remarks[0]


def test_an_entry_that_matches_nothing_is_said() -> None:
    assert "matches no place" in audit(rule="acme.managed/none").remarks[0]


@pytest.mark.parametrize(
    "entry", [{}, {"rule": "a/b"}, {"rule": "a/b", "reason": "because"}, {"rule": "a/b", "reason": "", "expires": TODAY}]
)
def test_an_entry_needs_a_target_a_reason_and_a_last_day(entry: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Config.model_validate({"audit": {"ignore": [{**entry}]}})


def test_one_table_is_taken_for_a_list_of_one() -> None:
    entry = {"rule": "a.b/c", "reason": "because", "expires": TODAY}
    assert Config.model_validate({"audit": {"ignore": entry}}) == Config.model_validate({"audit": {"ignore": [entry]}})


def test_a_comment_hides_its_line_for_the_rules_it_names() -> None:
    assert {i.site.line for i in audit(comment()).ignored} == {5}
    assert audit(comment(rules=(f"{MANAGED}/tools-platform",))).ignored == ()
    (left,) = audit(comment(rules=(f"{MANAGED}/*",), until="2027-01-31")).ignored
    assert (left.reason, left.by, left.expires) == ("read only", "comment at app/agent.py:5", date(2027, 1, 31))


@pytest.mark.parametrize(
    ("more", "words"),
    [({"reason": ""}, "gives no reason"), ({"until": "2026-11-20"}, "ended on 2026-11-20"), ({"until": "soon"}, "'soon' is not a date")],
)
def test_a_comment_that_does_not_count_is_said(more: dict[str, str], words: str) -> None:
    found = audit(comment(**more))  # type: ignore[arg-type]
    assert found.ignored == () and words in found.remarks[0]
