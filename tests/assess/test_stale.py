"""An answer given beside code that has changed since is said to be so, with the place and the day; moved lines make nothing stale."""

from __future__ import annotations

from datetime import date

from lockin_audit.ask.prefill import cited
from lockin_audit.assess.audit import assess
from lockin_audit.assess.stale import stale
from lockin_audit.core.config import Config
from tests.assess.evidence_builder import RUNTIMES, answer, place, responses, scan_of

RETRY, STATE = place("retry", file="app/a.py", line=7), place("state", file="app/b.py", line=9)


def test_a_place_that_is_gone_is_named_with_the_day() -> None:
    given = responses(answer("retry.who", "ours", places=cited([RETRY, STATE]), on=date(2026, 5, 1)))
    assert stale(given, [RETRY, STATE]) == ()
    assert stale(given, [STATE]) == (
        'Ada answered "Our own code or workflow engine decides" to retry.who on 2026-05-01 beside 2 places in the code, '
        "of which one is no longer as it was (app/a.py:7): ask again.",
    )
    assert "2 are no longer as they were (app/a.py:7, app/b.py:9)" in stale(given, [])[0]


def test_lines_that_move_make_nothing_stale() -> None:
    given = responses(answer("retry.who", "ours", places=cited([RETRY])))
    assert stale(given, [RETRY.model_copy(update={"line": 70})]) == ()


def test_the_audit_says_it_beside_the_contradictions() -> None:
    given = responses(answer("retry.limits", "yes", places=cited([STATE])))
    assert any("ask again" in sentence for sentence in assess(scan_of(RETRY), Config(), RUNTIMES, given).contradictions)
