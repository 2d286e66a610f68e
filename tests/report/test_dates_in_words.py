"""Dates inside sentences follow the language of the report; versions that look like dates stay."""

from __future__ import annotations

import pytest

from lockin_audit.core.report_config import ReportConfig
from lockin_audit.report.dates_in_words import with_dates_in_words
from tests.report.study_builder import make_audit, make_runtime, make_study


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("vendor documentation, read 2026-11-02.", "vendor documentation, read 2 November 2026."),
        (
            "beta since 2026-04-08 (beta header managed-agents-2026-04-01)",
            "beta since 8 April 2026 (beta header managed-agents-2026-04-01)",
        ),
        ("api version 2025-05-15 and 2025-05-15-preview", "api version 2025-05-15 and 2025-05-15-preview"),
        ("https://example.com/on/2026-11-02", "https://example.com/on/2026-11-02"),
        ("ended on 2026-13-40", "ended on 2026-13-40"),
    ],
)
def test_sentences(told: str, expected: str) -> None:
    audit = make_audit()
    verdict = audit.questions["retry"].model_copy(update={"summary": told})
    study = make_study(
        audit=audit.model_copy(update={"questions": {**audit.questions, "retry": verdict}}), runtimes=(make_runtime(status=told),)
    )
    clean = with_dates_in_words(study)
    assert clean.audit.questions["retry"].summary == expected and clean.runtimes[0].status == expected
    assert with_dates_in_words(clean) == clean
    us = study.config.model_copy(update={"report": ReportConfig(language="us")})
    assert "April 8, 2026" in with_dates_in_words(study.model_copy(update={"config": us})).runtimes[0].status or "2026-04-08" not in told


def test_records_keep_their_kinds_and_figures() -> None:
    study = make_study()
    clean = with_dates_in_words(study)
    assert clean.cost == study.cost and clean.audit.scan == study.audit.scan
    assert type(clean.audit.workflows[0]) is type(study.audit.workflows[0])
