"""`report.md`: the story of the page as Markdown that no name, snippet or answer can break out of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from lockin_audit.core.text import visible
from lockin_audit.report.story.blocks import WEB_ADDRESS, Block, Heading, Listing, Paragraph, Picture, Span, Table, Words
from lockin_audit.report.story.tell import tell
from lockin_audit.report.study import Study

LONGEST: Final = 600
"""Characters of one text; longer ones end in an ellipsis."""
_MARKS: Final = re.compile(r"([\\`*_\[\]|~$])")
_LINE_START: Final = re.compile(r"^(\d*)([-+#=.)])")
_BACKTICKS: Final = re.compile(r"`+")


def report_markdown(study: Study) -> bytes:
    """The report as UTF-8 Markdown (tables as GitHub writes them)."""
    blocks = [_block(block) for block in tell(study)]
    return ("\n\n".join(b for b in blocks if b) + "\n").encode("utf-8", "replace")


def escape(value: str, *, inside: bool = False) -> str:
    """A text as Markdown that stays text: marks escaped, markup and mentions as entities, one line, control characters spelled out.

    `inside` says that the text does not begin a line, so that it can begin no list or heading.
    """
    text = visible(value, LONGEST).strip()
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&commat;").replace("://", "&colon;//")
    text = _MARKS.sub(r"\\\1", text)
    return text if inside else _LINE_START.sub(r"\1\\\2", text)


def code(value: str) -> str:
    """A text as code that nothing in it can end: fenced by more backticks than it holds, or with entities where it holds a pipe."""
    text = visible(value, LONGEST)
    if not text.strip():
        return ""
    if "|" in text:
        return "<code>" + "".join(f"&#{ord(c)};" if c in "&<>|`*_[]\\~$" else c for c in text) + "</code>"
    fence = "`" * (max(map(len, _BACKTICKS.findall(text)), default=0) + 1)
    pad = " " if "`" in (text[0], text[-1]) else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def link(url: str, label: str = "") -> str:
    """A link where the address is a plain web address, else the text."""
    return f"[{escape(label or url)}](<{url}>)" if WEB_ADDRESS.match(url) else escape(label or url)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, right: Iterable[int] = ()) -> str:
    """A table; cells are Markdown already. `right` are the columns, from 0, that hold figures."""
    figures = set(right)
    lines = [f"| {' | '.join(head)} |", f"|{'|'.join(' ---: ' if i in figures else ' --- ' for i in range(len(head)))}|"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {_line(block.words)}"
        case Paragraph():
            return f"> {_line(block.words)}" if block.kind == "notice" else _line(block.words)
        case Listing():
            return "\n".join(f"{f'{n}.' if block.numbered else '-'} {_line(item)}" for n, item in enumerate(block.items, 1))
        case Table():
            return table([escape(h) for h in block.head], [[_line(cell) for cell in row] for row in block.rows], right=block.right)
        case Picture():
            return ""


def _line(words: Words) -> str:
    return "".join(_span(span, inside=number > 0) for number, span in enumerate(words))


def _span(span: Span, *, inside: bool) -> str:
    if span.kind == "code":
        return code(span.text)
    if span.kind == "link":
        return link(span.url, span.text)
    inner = escape(span.text, inside=inside)
    if not inner:
        return " " if span.text.strip(" ") != span.text else ""
    before, after = " " * span.text.startswith(" "), " " * span.text.endswith(" ")
    mark = {"strong": "**", "flag": "**", "emphasis": "*"}.get(span.kind, "")
    return f"{before}{mark}{inner}{mark}{after}"
