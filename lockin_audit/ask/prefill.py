"""What the evidence suggests a person will answer, and which places in the code to look at before answering."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lockin_audit.ask.questionnaire import Choice, Question, Section
from lockin_audit.core.audit import Verdict
from lockin_audit.core.evidence import Question as Topic
from lockin_audit.core.evidence import Site


def suggested(section: Section, question: Question, verdicts: Mapping[Topic, Verdict]) -> Choice | None:
    """The choice that says what the scan found; None where the scan cannot know.

    Only deciding questions can be suggested: what people intend, test or sign is not in the code.
    """
    if not question.decides or section.about is None or section.about not in verdicts:
        return None
    value = verdicts[section.about].verdict
    return next((c for c in question.choices if c.verdict == value), None)


def places(section: Section, question: Question, sites: Iterable[Site], limit: int = 5) -> tuple[Site, ...]:
    """Up to `limit` places in the code that bear on a question, vendor-held and surest ones first."""
    wanted = set(question.dimensions) or ({section.about} if section.about else set())
    found = [site for site in sites if site.dimension.value in wanted]
    found.sort(key=lambda s: (s.ownership.value != "platform", -s.confidence.rank, s.file, s.line, s.rule))
    return tuple(found[:limit])
