"""A small builder of HTML: every text is escaped unless it is `Html`, and `Html` is made here only."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final
from unicodedata import bidirectional

from lockin_audit.core.text import visible
from lockin_audit.report.numbers import unbroken

LONGEST: Final = 2_000
"""Characters of one text shown on the page; longer ones end in an ellipsis."""
LONG_TABLE: Final = 18
"""Rows above which a table may be split over printed pages."""
_VOID: Final = frozenset({"meta", "br", "input", "link", "img", "hr"})
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL", "AN"})
_NAMES: Final = {"class_": "class", "for_": "for", "type_": "type", "id_": "id"}


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def text(value: str) -> Html:
    """A text as HTML: control and direction characters spelled out, cut to `LONGEST`, minus signs kept with their
    amounts, markup escaped."""
    return Html(escape(unbroken(visible(value, LONGEST)), quote=True))


def tag(name: str, *children: str | Html | Iterable[str | Html | None] | None, **attributes: str | int | bool | None) -> Html:
    """An element.

    Args:
        name: element name.
        children: texts (escaped), `Html` (as it is), nested lists of both; None is left out.
        attributes: `class_`, `for_`, `id_` and `type_` lose the underscore, others turn `_` into `-`; True gives a bare
            attribute, None and False leave it out.
    """
    parts = [f"<{name}"]
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        attribute = _NAMES.get(key, key.replace("_", "-"))
        parts.append(f" {attribute}" if value is True else f' {attribute}="{text(str(value))}"')
    parts.append(">")
    if name not in _VOID:
        parts.append(join(*children))
        parts.append(f"</{name}>")
    return Html("".join(parts))


def join(*children: str | Html | Iterable[str | Html | None] | None) -> Html:
    """Children one after the other; what `tag` does with its own."""
    parts: list[str] = []
    for child in children:
        if child is None:
            continue
        if isinstance(child, Html):
            parts.append(child)
        elif isinstance(child, str):
            parts.append(text(child))
        else:
            parts.append(join(*child))
    return Html("".join(parts))


def name(value: str) -> Html:
    """A text somebody else gave: where it holds writing from right to left it is kept from reordering the words round it."""
    return text(value) if value.isascii() or not any(bidirectional(c) in _RIGHT_TO_LEFT for c in value) else tag("bdi", value)


def prose(value: str) -> Html:
    """A sentence of a finding: what stands between two backticks is set as code."""
    parts = value.split("`")
    if len(parts) % 2 == 0:
        return name(value)
    return join([tag("code", name(part)) if number % 2 else name(part) for number, part in enumerate(parts) if part])


def link(url: str, label: str = "") -> Html:
    """A link to a web page, or plain text when the address is none (`order form`, `javascript:`). What stands behind a blank says what the
    page is (`https://example.com (prices since May)`) and is no part of the address."""
    if not url.startswith(("https://", "http://")):
        return join(label or url)
    return tag("a", name(label or url), href=url.split(maxsplit=1)[0], rel="noopener noreferrer", class_="out")


def table(
    head: Iterable[str | Html], rows: Iterable[Iterable[str | Html]], *, caption: str, numbers: Iterable[int] = (), class_: str = ""
) -> Html:
    """A table in a region that scrolls on its own on small screens. The first cell of a row is its heading.

    Args:
        head: column headings.
        rows: cells.
        caption: what the table holds; for screen readers and print.
        numbers: columns, counted from 0, that are set to the right.
        class_: further class of the table.
    """
    right = set(numbers)
    heads = [tag("th", h, scope="col", class_="n" if i in right else None) for i, h in enumerate(head)]
    body = []
    for row in rows:
        cells = [tag("th", c, scope="row") if i == 0 else tag("td", c, class_="n" if i in right else None) for i, c in enumerate(row)]
        body.append(tag("tr", cells))
    inner = tag("table", tag("caption", caption), tag("thead", tag("tr", heads)), tag("tbody", body), class_=class_ or None)
    return tag("div", inner, class_="scroll long" if len(body) > LONG_TABLE else "scroll", role="group", aria_label=caption, tabindex=0)
