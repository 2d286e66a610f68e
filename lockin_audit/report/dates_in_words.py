"""Dates inside ready-made sentences, written as the reader of the report writes dates.

Verdicts, remarks and vendors' statements come with ISO dates in them. Only a date that follows a word such as `read`, `since` or `until`
is rewritten: versions of interfaces look like dates too, and must stay as they are.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

from lockin_audit.core.record import Record
from lockin_audit.core.report_config import Language
from lockin_audit.report.numbers import day
from lockin_audit.report.study import Study

_DATE: Final = re.compile(
    r"(?P<lead>\b(?:read|checked|since|until|till|before|after|on|by|from|ended?|ends|announced|retired|down|as of)\s)"
    r"(?P<date>\d{4}-\d{2}-\d{2})(?![\w/-])",
    re.IGNORECASE,
)


def with_dates_in_words(study: Study) -> Study:
    """The study with the sentences of its verdicts, remarks and vendors' statements reworded; doing it twice changes nothing more."""
    language = study.language
    audit = study.audit.model_copy(
        update={key: _reworded(getattr(study.audit, key), language) for key in ("questions", "workflows", "contradictions")}
    )
    cost = study.cost.model_copy(update={key: _reworded(getattr(study.cost, key), language) for key in ("warnings", "comparison")})
    runtimes = tuple(
        r.model_copy(
            update={
                "status": _reworded(r.status, language),
                "summary": _reworded(r.summary, language),
                "facts": tuple(f.model_copy(update={"statement": _reworded(f.statement, language)}) for f in r.facts),
            }
        )
        for r in study.runtimes
    )
    return study.model_copy(update={"audit": audit, "cost": cost, "runtimes": runtimes})


def _reworded(value: Any, language: Language) -> Any:
    if isinstance(value, str):
        return _DATE.sub(lambda m: m["lead"] + _day(m["date"], language), value) if type(value) is str else value
    if isinstance(value, Record):
        return value.model_copy(update={name: _reworded(getattr(value, name), language) for name in type(value).model_fields})
    if isinstance(value, dict):
        return {key: _reworded(inner, language) for key, inner in value.items()}
    return tuple(_reworded(inner, language) for inner in value) if isinstance(value, tuple) else value


def _day(text: str, language: Language) -> str:
    try:
        return day(date.fromisoformat(text), language)
    except ValueError:
        return text
