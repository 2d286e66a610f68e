"""An answer given beside code that has changed since is said to be so, with the place and the day; moved lines make nothing stale."""

from __future__ import annotations

from datetime import date

from lockin_audit.ask.prefill import cited
from lockin_audit.assess.audit import assess
from lockin_audit.assess.stale import stale
from lockin_audit.core.config import Config
from lockin_audit.report.redaction import redact
from tests.assess.evidence_builder import RUNTIMES, answer, place, responses, scan_of
from tests.report.study_builder import make_study

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


def test_the_places_themselves_are_data_so_that_a_redacted_report_can_withhold_their_paths() -> None:
    given = responses(answer("retry.limits", "yes", places=("0a0a0a0a0a0a app/old.py:7", "1b1b1b1b1b1b")))
    audit = assess(scan_of(RETRY), Config(), RUNTIMES, given)
    assert [(g.file, g.line, g.site) for g in audit.gone] == [("app/old.py", 7, "0a0a0a0a0a0a"), ("", 0, "1b1b1b1b1b1b")]
    clean = redact(make_study(audit=audit))
    assert "app/old.py" not in clean.model_dump_json() and "ask again" in clean.audit.contradictions[-1]
