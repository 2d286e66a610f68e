"""A table as plain text for a terminal: no column wider than its cells need, the widest narrowed until all fit, cells folded at words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import combining, east_asian_width

from lockin_audit.core.text import visible

_BETWEEN = "   "


def text_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    """The table in lines without spaces at their ends, the last without a line break.

    Args:
        title: what stands above it; empty: nothing.
        columns: heads; one that begins with `>` stands over a column that aligns right.
        rows: cells by row, one for each column; a line break in a cell or the title stays one,
            other characters that steer a terminal are spelled out.
        width: most characters in a line, a character of double width counted twice; columns are never narrower than one.
    """
    heads = [column.removeprefix(">") for column in columns]
    right = [column.startswith(">") for column in columns]
    cells = [[[visible(line) for line in cell.split("\n")] for cell in row] for row in (heads, *rows)]
    wanted = [max(_width(line) for row in cells for line in row[number]) for number in range(len(columns))]
    widths = _narrowed(wanted, width - len(_BETWEEN) * (len(columns) - 1))
    lines = [part for line in title.split("\n") if title for part in _folded(visible(line), width)]
    for number, row in enumerate(cells):
        folded = [[part for line in cell for part in _folded(line, room)] for cell, room in zip(row, widths, strict=True)]
        for level in range(max(map(len, folded))):
            parts = [cell[level] if level < len(cell) else "" for cell in folded]
            padded = (_padded(part, room, at_right) for part, room, at_right in zip(parts, widths, right, strict=True))
            lines.append(_BETWEEN.join(padded).rstrip())
        if number == 0:
            lines.append("─" * (sum(widths) + len(_BETWEEN) * (len(columns) - 1)))
    return "\n".join(lines)


def _width(text: str) -> int:
    """Characters a terminal needs for the text."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1 for character in text)


def _narrowed(wanted: Sequence[int], room: int) -> list[int]:
    """Widths that fit into the room: the widest columns give way first, down to the next widest, then both together."""
    widths = [max(width, 1) for width in wanted]
    while (excess := sum(widths) - room) > 0 and (widest := max(widths)) > 1:
        following = max((width for width in widths if width < widest), default=1)
        giving = [number for number, width in enumerate(widths) if width == widest]
        each, rest = divmod(min(excess, (widest - following) * len(giving)), len(giving))
        for place, number in enumerate(giving):
            widths[number] -= each + (place < rest)
    return widths


def _folded(line: str, room: int) -> Iterator[str]:
    """The line in parts that fit, broken at spaces; a word that fits nowhere is cut."""
    if _width(line) <= room:
        yield line
        return
    part = ""
    for word in line.split(" "):
        longer = f"{part} {word}" if part else word
        if _width(longer) <= room:
            part = longer
            continue
        if part:
            yield part
        part = word
        while _width(part) > room:
            cut = _fitting(part, room)
            yield part[:cut]
            part = part[cut:]
    if part:
        yield part


def _fitting(word: str, room: int) -> int:
    """How many characters of a word fit, at least one."""
    taken = 0
    for place, character in enumerate(word):
        taken += _width(character)
        if taken > room:
            return max(place, 1)
    return len(word)


def _padded(text: str, room: int, at_right: bool) -> str:
    spaces = " " * (room - _width(text))
    return spaces + text if at_right else text + spaces
