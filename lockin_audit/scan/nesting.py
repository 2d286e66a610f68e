"""How deep a file is nested, told without parsing it.

Parsers take long over thousands of levels, and the YAML grammar (tree-sitter-yaml 0.7.2) keeps its open blocks in a buffer of 1,024
bytes, four for each, without minding its end: at 254 it writes past it and the process dies. Such files are written by no person.
"""

from __future__ import annotations

import re

MOST_BRACKETS = 500
MOST_BLOCKS = 120
"""Columns at which YAML blocks are open at the same time; one column holds at most a mapping and a sequence."""

_OPENING, _CLOSING = b"([{", b")]}"
_NOT_BRACKETS = bytes(sorted(set(range(256)) - set(_OPENING + _CLOSING)))
_STEP = {**dict.fromkeys(_OPENING, 1), **dict.fromkeys(_CLOSING, -1)}
_YAML_LINE = re.compile(rb"[^\r\n]+")
_INDICATOR = re.compile(rb"(?:^|(?<=[ \t]))[-?:](?=[ \t]|$)")


def brackets(data: bytes) -> int:
    """Largest number of round, square and curly brackets open at once; strings and comments are counted like the rest."""
    only = data.translate(None, delete=_NOT_BRACKETS)
    if len(only) <= MOST_BRACKETS:
        return min(len(only), sum(map(only.count, (b"(", b"[", b"{"))))
    deepest = depth = 0
    for bracket in only:
        depth += _STEP[bracket]
        if depth > deepest:
            deepest = depth
        elif depth < 0:
            depth = 0
    return deepest


def blocks(data: bytes) -> int:
    """Largest number of columns at which YAML blocks may be open at once; text inside block scalars is counted like the rest."""
    deepest = 0
    open_at: list[int] = []
    for match in _YAML_LINE.finditer(data):
        line = match[0]
        text = line.lstrip(b" \t")
        if not text or text.startswith(b"#"):
            continue
        column = len(line) - len(text)
        while open_at and open_at[-1] >= column:
            open_at.pop()
        open_at.append(column)
        if text[:1] in b"-?:":
            open_at.extend(column + at.start() + 1 for at in _INDICATOR.finditer(text))
        elif b" - " in text or b" ? " in text:
            deepest = max(deepest, len(open_at) + len(_INDICATOR.findall(text)))
        deepest = max(deepest, len(open_at))
    return deepest
