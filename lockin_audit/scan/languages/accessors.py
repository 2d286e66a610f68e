"""Attributes read by other means than a dot: `->usage->total`, `dig("usage", "total")`, `[:usage][:total]`, `GetProperty("usage")`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lockin_audit.scan.languages.facts import Spans

_KEY = r"""\s*(?:["']\w{1,60}["']|:\w{1,60})\s*"""
_STEP = (
    r"(?:\??->|&?\.|\?\.)\s*(?:(?:fetch|dig|path|get|at|GetProperty|optJSONObject|getJSONObject)\((?:"
    + _KEY
    + r"|\s*\d+\s*)(?:,[^()\n]{0,80})?\)"
    r"|[A-Za-z_]\w{0,60}(?!\w|\s*\())"
    r"|\[(?:" + _KEY + r"|\s*\d+\s*)\]"
)
_RUN = re.compile(rf"(?:{_STEP}){{2,10}}|(?:&?\.)dig\({_KEY}(?:,{_KEY}|,\s*\d+\s*){{1,8}}\)".encode())
_ONE = re.compile(_STEP.encode())
_WORD = re.compile(rb"""["':]?(\b[A-Za-z_]\w*)["']?""")
_GETTERS = frozenset((b"fetch", b"dig", b"path", b"get", b"at", b"GetProperty", b"optJSONObject", b"getJSONObject"))
_DOTTED = re.compile(rb"""(?:->(?:json|get|input)|data_get|Arr::get)\(\s*(?:[^()"'\n]{1,80},\s*)?["'](\w{1,60}(?:\.\w{1,60}){1,6})["']""")
_ASSIGNED = re.compile(rb"\s*(?:=[^=>~]|\()")
_MOST = 5_000


def reads(data: bytes, opaque: Spans) -> tuple[tuple[str, int, int], ...]:
    """Every chain of names read from an object, dotted, with its place; once for each name it may end in.

    Args:
        data: source of a file.
        opaque: its comments and the contents of its strings.
    """
    found: list[tuple[str, int, int]] = []
    for run in _RUN.finditer(data):
        if opaque.holds(run.start()):
            continue
        found += _ends(run)
        if len(found) > _MOST:
            break
    for match in _DOTTED.finditer(data):
        if not opaque.holds(match.start()):
            found.append((match[1].decode(), match.start(), match.end()))
    return tuple(found)


def _ends(run: re.Match[bytes]) -> Iterator[tuple[str, int, int]]:
    data = run.string
    names: list[str] = []
    for step in _ONE.finditer(data, run.start(), run.end()):
        words = [word.decode() for word in _WORD.findall(step[0]) if word not in _GETTERS]
        if not words:
            continue
        names += words
        if len(names) > 1 and not _ASSIGNED.match(data, step.end()):
            yield (".".join(names), run.start(), step.end())
