"""One palette and one set of named cell styles. The names show in Excel's own style list, so a house template can restyle them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

if TYPE_CHECKING:
    from openpyxl import Workbook

STYLE_PREFIX = "Audit "
"""Start of our style names: Excel has its own `Title`, `Note`, `Input`, and compares names without regard to case."""
FONT = "Calibri"
INK, MUTED, PAPER, RULE = "1B2733", "5B6770", "FFFFFF", "C9D1D9"
NAVY, PALE, BAND = "14324F", "EAF0F6", "F5F7FA"
INPUT_INK, INPUT_FILL = "0000C0", "FFF9DB"
CROSS_INK = "1E6B34"
LINK_INK = "0B5394"
MANAGED, OWNED = "C55A11", "1F5F99"
"""Series colours of the two kinds of option: orange and blue stay apart for colour-blind readers and in grey."""
SERIES = ("2E4057", "3C8D83", "8DB85C", "E3B04B", "B5432F", "8E7DBE", "6C8FC7", "A59B85", "555555", "D3A8A1")
"""Colours of cost lines, dark and light in turn; none is an option's colour."""
OWNERSHIP_FILL = {"platform": "F8CBAD", "mixed": "FFE699", "owned": "BDD7EE", "none": "EDEDED"}

STALE_LOOK, FRESH_LOOK = ("9C0006", "FFC7CE"), ("1E6B34", "E2F0D9")
"""Ink and fill where something must be looked at, and where all is well; the cell's words say the same."""

MONEY = "#,##0;-#,##0;0"
NUMBER = "[>=1000]#,##0;[<=-1000]-#,##0;General"
"""Thousands without decimals, smaller numbers as they are (a format such as #,##0.## would leave a bare point behind whole numbers)."""
PERCENT = "0.0%"
SHARE = "0.0###%"
UNIT_PRICE = "#,##0.00######"
WHOLE = "#,##0"
DATE = "yyyy-mm-dd"
FACTOR = "0.0000"


@dataclass(frozen=True)
class _Look:
    ink: str = INK
    fill: str = ""
    bold: bool = False
    italic: bool = False
    size: float = 10
    number: str = "General"
    wrap: bool = False
    across: str = ""
    down: str = "top"
    top: bool = False
    bottom: bool = False
    box: bool = False
    unlocked: bool = False
    font: str = FONT
    underline: bool = False
    indent: int = 0


_LOOKS: dict[str, _Look] = {
    "body": _Look(wrap=True),
    "plain": _Look(down="center"),
    "title": _Look(ink=NAVY, bold=True, size=18, down="center"),
    "subtitle": _Look(ink=MUTED, size=11, down="center"),
    "heading": _Look(ink=NAVY, bold=True, size=12, bottom=True, down="center"),
    "headline": _Look(ink=NAVY, bold=True, size=13, wrap=True, fill=PALE, down="center"),
    "label": _Look(bold=True, wrap=True),
    "finding": _Look(bold=True, ink=NAVY, size=11),
    "note": _Look(ink=MUTED, italic=True, wrap=True, size=9),
    "unit": _Look(ink=MUTED, indent=1, down="center"),
    "unit wrapped": _Look(ink=MUTED, wrap=True),
    "link": _Look(ink=LINK_INK, underline=True, wrap=True),
    "link line": _Look(ink=LINK_INK, underline=True),
    "code": _Look(font="Consolas", size=9, wrap=True),
    "column head": _Look(ink=PAPER, fill=NAVY, bold=True, wrap=True, down="center", indent=1),
    "column head number": _Look(ink=PAPER, fill=NAVY, bold=True, wrap=True, across="right", indent=1, down="center", number="0"),
    "column head date": _Look(ink=PAPER, fill=NAVY, bold=True, across="right", indent=1, down="center", number=DATE),
    "column head centre": _Look(ink=PAPER, fill=NAVY, bold=True, wrap=True, across="center", down="center"),
    "section": _Look(ink=NAVY, fill=PALE, bold=True, down="center"),
    "row head": _Look(bold=True, wrap=True, bottom=True, indent=1, down="center"),
    "cell": _Look(wrap=True, bottom=True, indent=1, down="center"),
    "cell muted": _Look(wrap=True, bottom=True, ink=MUTED, indent=1, down="center"),
    "cell bold": _Look(wrap=True, bottom=True, bold=True, indent=1, down="center"),
    "cell code": _Look(wrap=True, bottom=True, font="Consolas", size=9, indent=1, down="center"),
    "cell link": _Look(wrap=True, bottom=True, ink=LINK_INK, underline=True, indent=1, down="center"),
    "cell number": _Look(bottom=True, number=NUMBER, across="right", indent=1, down="center"),
    "cell whole": _Look(bottom=True, number=WHOLE, across="right", indent=1, down="center"),
    "cell index": _Look(bottom=True, number="0", across="left", indent=1, down="center"),
    "cell index money": _Look(bottom=True, number=MONEY, across="left", indent=1, down="center"),
    "cell day": _Look(bottom=True, number=DATE, across="left", indent=1, down="center"),
    "cell days": _Look(bottom=True, number="#,##0.0", across="right", indent=1, down="center"),
    "cell money": _Look(bottom=True, number=MONEY, across="right", indent=1, down="center"),
    "cell cents": _Look(bottom=True, number="#,##0.00;-#,##0.00;0.00", across="right", indent=1, down="center"),
    "cell factor": _Look(bottom=True, number="0.00##;-0.00##;0", across="right", indent=1, down="center"),
    "draft": _Look(ink="7F3F00", fill="FCE4D6", wrap=True, bold=True, down="center"),
    "free text": _Look(ink=INPUT_INK, fill=INPUT_FILL, wrap=True, box=True, unlocked=True, indent=1, down="center"),
    "cell percent": _Look(bottom=True, number=PERCENT, across="right", indent=1, down="center"),
    "cell price": _Look(bottom=True, number=UNIT_PRICE, across="right", indent=1, down="center"),
    "cell date": _Look(bottom=True, number=DATE, across="right", indent=1, down="center"),
    "cell check": _Look(bottom=True, across="center", bold=True, down="center"),
    "cell result": _Look(bottom=True, across="right", indent=1, wrap=True, down="center"),
    "input number": _Look(ink=INPUT_INK, fill=INPUT_FILL, number=NUMBER, across="right", indent=1, box=True, unlocked=True, down="center"),
    "input percent": _Look(ink=INPUT_INK, fill=INPUT_FILL, number=SHARE, across="right", indent=1, box=True, unlocked=True, down="center"),
    "input choice": _Look(ink=INPUT_INK, fill=INPUT_FILL, bold=True, across="center", box=True, unlocked=True),
    "input text": _Look(ink=INPUT_INK, fill=INPUT_FILL, box=True, wrap=True, indent=1, unlocked=True),
    "input day": _Look(ink=INPUT_INK, fill=INPUT_FILL, box=True, number=DATE, across="left", indent=1, unlocked=True),
    "live percent": _Look(number=SHARE, across="right", indent=1, bold=True, bottom=True, down="center"),
    "cell share": _Look(bottom=True, number=SHARE, across="right", indent=1, down="center"),
    "live number": _Look(number=NUMBER, across="right", indent=1, bold=True, bottom=True, down="center"),
    "key money": _Look(number=MONEY, across="right", indent=1, bold=True, size=12, bottom=True, down="center", ink=CROSS_INK),
    "key whole": _Look(number=WHOLE, across="right", indent=1, bold=True, size=12, bottom=True, down="center", ink=CROSS_INK),
    "key price": _Look(number="#,##0.00##", across="right", indent=1, bold=True, size=12, bottom=True, down="center", ink=CROSS_INK),
    "key percent": _Look(number=PERCENT, across="right", indent=1, bold=True, size=12, bottom=True, down="center"),
    "key days": _Look(number="#,##0", across="right", indent=1, bold=True, size=12, bottom=True, down="center"),
    "key label": _Look(bold=True, wrap=True, bottom=True, down="center", indent=1),
    "key note": _Look(ink=MUTED, wrap=True, bottom=True, size=9, down="center", indent=1),
    "key unit": _Look(ink=MUTED, bottom=True, down="center", wrap=True, indent=1),
    "calc money": _Look(number=MONEY, across="right", indent=1, down="center"),
    "calc number": _Look(number=NUMBER, across="right", indent=1, down="center"),
    "calc factor": _Look(number=FACTOR, across="right", indent=1, down="center"),
    "calc total": _Look(number=MONEY, across="right", indent=1, bold=True, top=True, down="center"),
    "calc total label": _Look(bold=True, top=True, down="center"),
    "calc total unit": _Look(ink=MUTED, top=True, down="center"),
    "cross number": _Look(ink=CROSS_INK, number=NUMBER, across="right", indent=1, bottom=True, down="center"),
    "cell unit cost": _Look(bottom=True, number="#,##0.0000", across="right", indent=1, down="center"),
    "cross unit cost": _Look(ink=CROSS_INK, number="#,##0.0000", across="right", indent=1, bottom=True, down="center"),
    "cross factor": _Look(ink=CROSS_INK, number=FACTOR, across="right", indent=1, bottom=True, down="center"),
    "cross money": _Look(ink=CROSS_INK, number=MONEY, across="right", indent=1, bottom=True, down="center"),
    "cross text": _Look(ink=CROSS_INK, wrap=True, bottom=True, indent=1, down="center"),
    **{f"owner {word}": _Look(fill=fill, wrap=True, across="center", down="center", box=True) for word, fill in OWNERSHIP_FILL.items()},
}


def wrapping(style: str) -> tuple[float, bool] | None:
    """Font size of a style whose text wraps, and whether its letters are of fixed width; None where it does not wrap."""
    look = _LOOKS[style]
    return (look.size, look.font != FONT) if look.wrap else None


def register_styles(workbook: Workbook) -> None:
    """Add every named style to the workbook."""
    thin, total = Side(style="thin", color=RULE), Side(style="thin", color=MUTED)
    for name, look in _LOOKS.items():
        edge = thin if look.box or look.bottom else None
        workbook.add_named_style(
            NamedStyle(
                name=STYLE_PREFIX + name,
                font=Font(
                    name=look.font,
                    size=look.size,
                    bold=look.bold,
                    italic=look.italic,
                    color=look.ink,
                    underline="single" if look.underline else None,
                ),
                fill=PatternFill("solid", fgColor=look.fill) if look.fill else PatternFill(),
                border=Border(
                    left=thin if look.box else None,
                    right=thin if look.box else None,
                    top=thin if look.box else total if look.top else None,
                    bottom=edge,
                ),
                alignment=Alignment(
                    horizontal=look.across or ("left" if look.indent else None), vertical=look.down, wrap_text=look.wrap, indent=look.indent
                ),
                number_format=look.number,
                protection=Protection(locked=not look.unlocked),
            )
        )
