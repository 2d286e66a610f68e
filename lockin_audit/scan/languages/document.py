"""Text rules: regular expressions over lines of documents, dashboards, scripts and whatever else a rule's globs name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from lockin_audit.core.runtime import Rule, TextMatch
from lockin_audit.scan.languages import globs
from lockin_audit.scan.languages.facts import Spans

_FENCE = re.compile(rb"^[ \t]{0,3}(?:>[ \t]?)?(`{3,}|~{3,})")
_WINDOW, _OVERLAP = 4_000, 400
"""Characters of a line that are searched at once, and how many of them again: as much as a place that a pattern names may have."""
_HASH_COMMENTS = frozenset(("shell", "dockerfile", "dotenv", "toml", "makefile", "ini", "powershell"))


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


def applicable(rules: Sequence[Rule], path: str, *, plain: bool) -> list[tuple[Rule, TextMatch]]:
    """Text matches that bear on a file: those whose globs name it, and those without globs when the file has no grammar."""
    found = []
    for rule in rules:
        if rule.imports or not (globs.matches(path, rule.files) if rule.files else plain):
            continue
        found += [(rule, match) for match in rule.match if isinstance(match, TextMatch)]
    return found


def hits(data: bytes, language: str, dead: Spans, wanted: Sequence[tuple[Rule, TextMatch]]) -> Iterator[tuple[Rule, int]]:
    """(rule, 1-based line) of every line in which a text rule is found; code fences of documents and comments are left out."""
    if not wanted:
        return
    lines = dead.blank(data).split(b"\n")
    fence = b""
    fenced = language in ("markdown", "text", "rst", "notebook")
    hashed = language in _HASH_COMMENTS
    searches = [(rule, _pattern(match.pattern)) for rule, match in wanted]
    for number, raw in enumerate(lines, start=1):
        if fenced and (mark := _FENCE.match(raw)) is not None:
            if not fence:
                fence = mark[1]
            elif mark[1].startswith(fence):
                fence = b""
            continue
        if fence or (hashed and raw.lstrip().startswith(b"#")) or not raw.strip():
            continue
        line = raw.decode("utf-8", "replace")
        for rule, pattern in searches:
            if pattern.search(line) if len(line) <= _WINDOW else _found_in_parts(pattern, line):
                yield (rule, number)


def _found_in_parts(pattern: re.Pattern[str], line: str) -> bool:
    """Whether a pattern is found in a line that no person wrote. It is searched in parts that overlap, since the time of many patterns
    grows with the square of the length; what is found at the end of a part must hold in the whole line."""
    for start in range(0, len(line), _WINDOW - _OVERLAP):
        found = pattern.search(line, start, start + _WINDOW)
        if found is not None and pattern.match(line, found.start()) is not None:
            return True
    return False
