"""Razor components (Blazor): what they open, take in and hold of C#, as one C# file whose lines and offsets are those of the component."""

from __future__ import annotations

import re

_DIRECTIVE = re.compile(rb"^[ \t]*@(?:(using[ \t]+[\w.=]+(?:[ \t]+[\w.]+)*)|inject[ \t]+([\w.<>?,]+[ \t]+\w+));?[ \t]*$", re.MULTILINE)
_CODE = re.compile(rb"^[ \t]*@(?:code|functions)\s*(\{)", re.MULTILINE)
_TOKEN = re.compile(
    rb'//[^\n]*+|/\*.*?\*/|\$*"""+.*?"""+|(?:@\$|\$@|@)"(?:[^"]|"")*+"|\$?"(?:[^"\\\n]|\\.)*+"|\'(?:[^\'\\\n]|\\.){1,8}\'|[{}]', re.DOTALL
)
"""What may hold a brace, and the braces."""
_CLASS = b"class C"


def code(data: bytes) -> bytes:
    """The C# of a component: `@using` and `@inject` as declarations, the members in `@code` as those of a class; the rest is blank.

    Args:
        data: the component's bytes.
    """
    out = bytearray(re.sub(rb"[^\r\n]", b" ", data))
    for found in _DIRECTIVE.finditer(data):
        written = found[1] or found[2]
        start = found.start(1 if found[1] else 2) - 1
        out[start : start + len(written) + 1] = written + b";"
    for opening in _CODE.finditer(data):
        start, end = opening.start(1), _closing(data, opening.end())
        out[start:end] = data[start:end]
        _head(out, start)
    return bytes(out)


def _closing(data: bytes, place: int) -> int:
    """Where a block ends whose brace was opened before a place; the end of the file where it never closes."""
    depth = 1
    for token in _TOKEN.finditer(data, place):
        depth += {b"{": 1, b"}": -1}.get(token[0], 0)
        if depth == 0:
            return token.end()
    return len(data)


def _head(out: bytearray, brace: int) -> None:
    """Write the head of a class into what is blank before a brace, where there is room."""
    blank = len(out[:brace].rstrip())
    room = out.rfind(b" " * (len(_CLASS) + 1), blank, brace)
    if room >= 0:
        out[room : room + len(_CLASS)] = _CLASS
