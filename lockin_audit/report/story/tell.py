"""The whole story, in the order of the page."""

from __future__ import annotations

from lockin_audit.report.dates_in_words import with_dates_in_words
from lockin_audit.report.story.background import answers, coverage_and_method, evidence, facts
from lockin_audit.report.story.blocks import Block
from lockin_audit.report.story.cost import cost
from lockin_audit.report.story.decision import first_page, leak_map, questions
from lockin_audit.report.story.glossary import glossary
from lockin_audit.report.story.money import inputs, rebuild
from lockin_audit.report.story.people import people
from lockin_audit.report.story.swap import swap
from lockin_audit.report.study import Study


def tell(study: Study) -> tuple[Block, ...]:
    """Every block of the report. Pictures name all charts; whether one can be drawn is for the renderer to ask."""
    study = with_dates_in_words(study)
    return (
        *first_page(study),
        *questions(study),
        *leak_map(study),
        *cost(study),
        *rebuild(study),
        *swap(study),
        *people(study),
        *inputs(study),
        *facts(study),
        *answers(study),
        *evidence(study),
        *coverage_and_method(study),
        *glossary(),
    )
