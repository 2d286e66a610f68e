"""`report.md`: the story of the page as Markdown that no name, snippet or answer can break out of."""

from __future__ import annotations

import re
from typing import Final

from lockin_audit.core.text import visible
from lockin_audit.report.markdown_text import escape, table
from lockin_audit.report.story.blocks import WEB_ADDRESS, Block, Heading, Listing, Paragraph, Picture, Span, Table, Words
from lockin_audit.report.story.tell import tell
from lockin_audit.report.study import Study

LONGEST: Final = 1_200
"""Characters of one text; longer ones end in an ellipsis."""
_BACKTICKS: Final = re.compile(r"`+")


def report_markdown(study: Study) -> bytes:
    """The report as UTF-8 Markdown (tables as GitHub writes them)."""
    blocks = [_block(block) for block in tell(study)]
    return ("\n\n".join(b for b in blocks if b) + "\n").encode("utf-8", "replace")


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
    shown = escape((label or url).strip(), limit=LONGEST)
    return f"[{shown}](<{url}>)" if WEB_ADDRESS.match(url) else shown


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {_line(block.words)}"
        case Paragraph():
            return f"> {_line(block.words)}" if block.kind == "notice" else _line(block.words)
        case Listing():
            return "\n".join(f"{f'{n}.' if block.numbered else '-'} {_line(item)}" for n, item in enumerate(block.items, 1))
        case Table():
            return table(
                [escape(h, limit=LONGEST) for h in block.head], [[_line(cell) for cell in row] for row in block.rows], right=block.right
            )
        case Picture():
            return ""


def _line(words: Words) -> str:
    return "".join(_span(span, inside=number > 0) for number, span in enumerate(words))


def _span(span: Span, *, inside: bool) -> str:
    if span.kind == "code":
        return code(span.text)
    if span.kind == "link":
        return link(span.url, span.text)
    inner = escape(span.text.strip(), inside=inside, limit=LONGEST)
    if not inner:
        return " " if span.text.strip(" ") != span.text else ""
    before, after = " " * span.text.startswith(" "), " " * span.text.endswith(" ")
    mark = {"strong": "**", "flag": "**", "emphasis": "*"}.get(span.kind, "")
    return f"{before}{mark}{inner}{mark}{after}"
