"""Style sheet and script of the page: the files beside this one, with the colours of both themes and the foot of the printed pages."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

from lockin_audit.report import numbers
from lockin_audit.report.charts.palette import DARK, LIGHT
from lockin_audit.report.page.inline_svg import theme_classes
from lockin_audit.report.study import Study

_PAPER: Final = {"british": "A4", "us": "Letter"}
_FOOT: Final = 110
"""Characters of a line at the foot of a printed page."""


def style(study: Study) -> str:
    """The style sheet. Its print part names paper and foot line of this study."""
    light, dark = ("".join(f"--{role}:{colour};" for role, colour in palette.items()) for palette in (LIGHT, DARK))
    sheet = _asset("page.css").replace("/*light*/", light).replace("/*dark*/", dark)
    return f"{sheet}{theme_classes()}@media print{{{_paper(study)}}}"


def script() -> str:
    """The only script the page runs."""
    return _asset("page.js")


def _paper(study: Study) -> str:
    about = " · ".join(p for p in (study.client or study.repository_name, study.config.study.title) if p)
    line = study.config.report.confidentiality or f"lockin-audit {study.tool_version}, as of {numbers.day(study.as_of, study.language)}"
    boxes = (
        f"@top-left{{content:{_quoted(about)}}}@bottom-left{{content:{_quoted(line)}}}"
        '@bottom-right{content:"Page " counter(page) " of " counter(pages)}'
    )
    return f"@page{{size:{_PAPER[study.language]};{boxes}}}@page:first{{@top-left{{content:none}}}}"


def _quoted(value: str) -> str:
    """A text as a CSS string that nothing in it can end: all but letters, digits and spaces by their numbers."""
    short = value if len(value) <= _FOOT else f"{value[: _FOOT - 1]}…"
    return '"' + "".join(c if c.isascii() and (c.isalnum() or c == " ") else f"\\{ord(c):x} " for c in short if c.isprintable()) + '"'


def _asset(file: str) -> str:
    """A file of the page with `\\n` line ends, whatever the checkout made of them; the digest in the policy depends on it."""
    return files("lockin_audit.report.page").joinpath(file).read_text(encoding="utf-8").replace("\r\n", "\n")
