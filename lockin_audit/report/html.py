"""`report.html`: one file that works from disk, loads nothing, runs only its own script, and reads the same printed."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from typing import Final

from lockin_audit.report import numbers
from lockin_audit.report.charts import discover
from lockin_audit.report.charts.palette import DARK, LIGHT
from lockin_audit.report.dates_in_words import with_dates_in_words
from lockin_audit.report.narrative import narrate
from lockin_audit.report.page.background import coverage_section, facts_section, method_section, rebuild_section
from lockin_audit.report.page.evidence import answers_section, evidence_section
from lockin_audit.report.page.first_page import first_page
from lockin_audit.report.page.inline_svg import theme_classes
from lockin_audit.report.page.markup import Html, join, name, tag, text
from lockin_audit.report.page.money import OWNERSHIP, chart_figure, cost_section, inputs_section
from lockin_audit.report.page.questions import map_section, questions_section
from lockin_audit.report.study import Study

CONTENTS: Final = (
    ("summary", "Summary"),
    ("questions", "The four questions"),
    ("map", "Where the logic has gone"),
    ("cost", "Cost"),
    ("rebuild", "What to rebuild"),
    ("inputs", "Inputs and prices"),
    ("facts", "What vendors document"),
    ("answers", "Answers"),
    ("evidence", "Evidence"),
    ("coverage", "What was read"),
    ("method", "Limits and method"),
)


def report_html(study: Study) -> bytes:
    """The page as UTF-8 bytes; the same study gives the same bytes."""
    study = with_dates_in_words(study)
    style, script = _style(), _asset("page.js")
    words = narrate(study)
    ownership = [chart_figure(c, study) for c in discover() if c.id == OWNERSHIP]
    sections = join(
        first_page(study, words),
        questions_section(study),
        ownership,
        map_section(study),
        cost_section(study),
        rebuild_section(study),
        inputs_section(study),
        facts_section(study),
        answers_section(study),
        evidence_section(study),
        coverage_section(study),
        method_section(study),
    )
    there = [(id, label) for id, label in CONTENTS if f'id="{id}"' in sections]
    navigation = tag(
        "nav", tag("ul", [tag("li", tag("a", label, href=f"#{id}")) for id, label in there]), aria_label="Contents", id_="contents"
    )
    bar = tag(
        "header",
        tag("a", "Skip to the report", href="#main", class_="skip"),
        tag("span", "lockin-audit", class_="brand"),
        tag("span", name(study.client or study.repository_name), class_="meta"),
        tag("button", "Dark or light", type_="button", id_="theme", hidden=True),
        class_="bar",
    )
    on = numbers.day(study.as_of, study.language)
    foot = tag(
        "footer",
        tag(
            "p",
            f"lockin-audit {study.tool_version} · as of {on} · this page loads nothing from the network",
        ),
    )
    body = join(bar, tag("div", navigation, tag("main", sections, id_="main", tabindex=-1), class_="frame"), foot)
    return _document(words.title, style, script, body).encode("utf-8", "replace")


def policy(style: str, script: str) -> str:
    """The page's content security policy: nothing but its own style sheet and script, named by their digests."""
    return (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _document(title: str, style: str, script: str, body: Html) -> str:
    head = (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(style, script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f'<meta name="color-scheme" content="light dark">\n<title>{text(title)}</title>\n<style>{style}</style>\n</head>\n'
    )
    return f"{head}<body>\n{body}\n<script>{script}</script>\n</body>\n</html>\n"


def _style() -> str:
    light, dark = ("".join(f"--{role}:{colour};" for role, colour in palette.items()) for palette in (LIGHT, DARK))
    return _asset("page.css").replace("/*light*/", light).replace("/*dark*/", dark) + theme_classes()


def _asset(file: str) -> str:
    """A file of the page with `\\n` line ends, whatever the checkout made of them; the digest in the policy depends on it."""
    return files("lockin_audit.report.page").joinpath(file).read_text(encoding="utf-8").replace("\r\n", "\n")


def _digest(content: str) -> str:
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
