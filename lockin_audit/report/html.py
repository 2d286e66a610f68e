"""`report.html`: one file that works from disk, loads nothing, runs only its own script, and reads the same printed."""

from __future__ import annotations

import base64
import hashlib
from typing import Final

from lockin_audit.report import numbers
from lockin_audit.report.dates_in_words import with_dates_in_words
from lockin_audit.report.narrative import narrate
from lockin_audit.report.page.blocks import section
from lockin_audit.report.page.evidence import evidence_section
from lockin_audit.report.page.first_page import first_page
from lockin_audit.report.page.look import script, style
from lockin_audit.report.page.markup import Html, join, name, tag, text
from lockin_audit.report.page.questions import map_section, questions_section
from lockin_audit.report.story.background import answers, coverage_and_method, facts
from lockin_audit.report.story.cost import cost
from lockin_audit.report.story.glossary import glossary
from lockin_audit.report.story.money import inputs, rebuild
from lockin_audit.report.story.people import people
from lockin_audit.report.story.swap import swap
from lockin_audit.report.study import Study

CONTENTS: Final = (
    ("summary", "Summary"),
    ("questions", "The four questions"),
    ("map", "Where the logic has gone"),
    ("cost", "Cost"),
    ("rebuild", "What to rebuild"),
    ("swap", "If we had to swap"),
    ("people", "What people said"),
    ("inputs", "Inputs and prices"),
    ("facts", "What vendors document"),
    ("answers", "Answers"),
    ("evidence", "Evidence"),
    ("method", "Limits and method"),
    ("words", "Words used"),
)
"""Sections of the page in order; those without anything to say are left out."""
_LANGUAGES: Final = {"british": "en-GB", "us": "en-US"}


def report_html(study: Study) -> bytes:
    """The page as UTF-8 bytes; the same study gives the same bytes."""
    study = with_dates_in_words(study)
    told = narrate(study)
    sections: dict[str, Html | None] = {
        "summary": first_page(study, told),
        "questions": questions_section(study),
        "map": map_section(study),
        "cost": section(study, cost(study), "cost"),
        "rebuild": section(study, rebuild(study), "rebuild"),
        "swap": section(study, swap(study), "swap"),
        "people": section(study, people(study), "people"),
        "inputs": section(study, inputs(study), "inputs"),
        "facts": section(study, facts(study), "facts"),
        "answers": section(study, answers(study), "answers"),
        "evidence": evidence_section(study),
        "method": section(study, coverage_and_method(study), "method"),
        "words": section(study, glossary(), "words"),
    }
    entries = [tag("li", tag("a", label, href=f"#{id}")) for id, label in CONTENTS if sections[id]]
    main = tag("main", [sections[id] for id, _ in CONTENTS], id_="main", tabindex=-1)
    navigation = tag("nav", tag("ul", entries), aria_label="Contents", id_="contents")
    body = join(_bar(study), tag("div", navigation, main, class_="frame"), _foot(study))
    return _document(told.title, _LANGUAGES[study.language], style(study), script(), body).encode("utf-8", "replace")


def policy(style: str, script: str) -> str:
    """The page's content security policy: nothing but its own style sheet and script, named by their digests."""
    return (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _bar(study: Study) -> Html:
    return tag(
        "header",
        tag("a", "Skip to the report", href="#main", class_="skip"),
        tag("span", "lockin-audit", class_="brand"),
        tag("span", name(study.client or study.repository_name), class_="meta"),
        tag("button", "Dark or light", type_="button", id_="theme", hidden=True),
        class_="bar",
    )


def _foot(study: Study) -> Html:
    on = numbers.day(study.as_of, study.language)
    made = f"lockin-audit {study.tool_version} · as of {on} · this page loads nothing from the network"
    confidential = study.config.report.confidentiality
    return tag("footer", tag("p", name(confidential)) if confidential else None, tag("p", made))


def _document(title: str, language: str, style: str, script: str, body: Html) -> str:
    head = (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(style, script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f'<meta name="color-scheme" content="light dark">\n<title>{text(title)}</title>\n<style>{style}</style>\n</head>\n'
    )
    return f"{head}<body>\n{body}\n<script>{script}</script>\n</body>\n</html>\n"


def _digest(content: str) -> str:
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
