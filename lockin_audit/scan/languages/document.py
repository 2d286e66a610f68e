"""Text rules: regular expressions over lines of documents, dashboards, scripts and whatever else a rule's globs name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from lockin_audit.core.runtime import Rule, TextMatch
from lockin_audit.core.vocabulary import Dimension
from lockin_audit.scan.languages import globs
from lockin_audit.scan.languages.facts import Lines, Spans
from lockin_audit.scan.languages.held import Groups, held, surest

_Search = tuple[Rule, re.Pattern[str]]

_FENCE = re.compile(rb"^[ \t]{0,3}(?:>[ \t]?)?(`{3,}|~{3,})")
_SHOWN = re.compile(rb"^[ \t>$]*(?:aws[ ]logs|gcloud[ ](?:(?:alpha|beta)[ ])?logging)[ ]")
"""A command by which a person reads a vendor's logs: in a document it is no sample of code but a step to take, in a fence as well."""
_WINDOW, _OVERLAP = 4_000, 400
"""Characters of a line that are searched at once, and how many of them again: as much as a place that a pattern names may have."""
_HASH_COMMENTS = frozenset(("shell", "dockerfile", "dotenv", "toml", "makefile", "ini", "powershell"))
_FEW, _SHORT = 60, 400
"""Lines, and characters of each, that are searched before a file is looked at closely: nothing ends a search there that takes too long."""
_INSIDE = re.compile(rb"/\*|\*/|<!--|-->|\"\"\"|'''|^=(?:begin|end)\b")
"""Around these, a line may read otherwise once its comments are out."""
_TO_THE_END = re.compile(rb"//|#|--|(?i:\brem\b)")
"""From these on, the rest of a line may be a comment."""


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


@cache
def _words(source: str) -> Groups:
    """Words in small letters of which every line that a pattern is found in holds one of each group; the group that tells most first."""
    return tuple(sorted(held(source.lower()), key=surest, reverse=True))


def _lines_with(groups: Groups, small: bytes) -> Iterator[tuple[int, int]]:
    """Beginning and end of every line of a text in small letters that holds a word of each group, in no order, some of them repeated."""
    first, *others = groups
    for word in first:
        place = small.find(word)
        while place >= 0:
            end = small.find(b"\n", place)
            end = end if end >= 0 else len(small)
            start = small.rfind(b"\n", 0, place) + 1
            if all(any(small.find(word, start, end) >= 0 for word in group) for group in others):
                yield start, end
            place = small.find(word, end)


def may_hold(pattern: str, data: bytes, small: bytes) -> bool:
    """Whether a text rule may be found in a file, told without knowing its comments. May say yes too often, and takes no time to speak of.

    Args:
        pattern: of the rule.
        data: the file.
        small: the same in small letters.
    """
    groups = _words(pattern)
    if not groups:
        return True
    for number, (start, end) in enumerate(_lines_with(groups, small)):
        line = data[start:end]
        if number >= _FEW or len(line) > _SHORT or _INSIDE.search(line) is not None or _found(pattern, line):
            return True
    return False


def _found(pattern: str, line: bytes) -> bool:
    """Whether a pattern is found in a line as it is, or without a comment that may end it."""
    search = _pattern(pattern).search
    ends = [len(line), *(mark.start() for mark in _TO_THE_END.finditer(line))]
    return any(search(line[:end].ljust(len(line)).decode("utf-8", "replace")) is not None for end in ends)


def applicable(rules: Sequence[Rule], path: str, *, plain: bool) -> list[tuple[Rule, TextMatch]]:
    """Text matches that bear on a file: those whose globs name it, and those without globs when the file has no grammar."""
    found = []
    for rule in rules:
        if globs.matches(path, rule.files) if rule.files else plain:
            found += [(rule, match) for match in rule.match if isinstance(match, TextMatch)]
    return found


def hits(data: bytes, language: str, dead: Spans, wanted: Sequence[tuple[Rule, TextMatch]]) -> Iterator[tuple[Rule, int]]:
    """(rule, 1-based line) of every line in which a text rule is found; comments are left out, and so are code fences of documents but
    for commands that read a vendor's logs."""
    if not wanted:
        return
    text = dead.blank(data)
    lines = text.split(b"\n")
    everywhere, at = _searches(text, wanted)
    fence = b""
    fenced = language in ("markdown", "text", "rst", "notebook")
    hashed = language in _HASH_COMMENTS
    for number in range(1, len(lines) + 1) if fenced or everywhere else sorted(at):
        raw = lines[number - 1]
        if fenced and (mark := _FENCE.match(raw)) is not None:
            if not fence:
                fence = mark[1]
            elif mark[1].startswith(fence):
                fence = b""
            continue
        searches = (*everywhere, *at.get(number, ()))
        if not searches or (hashed and raw.lstrip().startswith(b"#")) or not raw.strip() or (fence and _SHOWN.match(raw) is None):
            continue
        line = raw.decode("utf-8", "replace")
        for rule, pattern in searches:
            if fence and rule.dimension is not Dimension.RUNBOOK:
                continue
            if pattern.search(line) if len(line) <= _WINDOW else _found_in_parts(pattern, line):
                yield (rule, number)


def _searches(text: bytes, wanted: Sequence[tuple[Rule, TextMatch]]) -> tuple[list[_Search], dict[int, list[_Search]]]:
    """What is searched in every line, and what in some lines alone, by their numbers: those that hold the words of a pattern."""
    everywhere, at = list[_Search](), dict[int, list[_Search]]()
    small, numbers = text.lower(), Lines(text)
    for rule, match in wanted:
        search, groups = (rule, _pattern(match.pattern)), _words(match.pattern)
        if not groups:
            everywhere.append(search)
            continue
        for number in {numbers.at(start) for start, _ in _lines_with(groups, small)}:
            at.setdefault(number, []).append(search)
    return everywhere, at


def _found_in_parts(pattern: re.Pattern[str], line: str) -> bool:
    """Whether a pattern is found in a line that no person wrote. It is searched in parts that overlap, since the time of many patterns
    grows with the square of the length; what is found at the end of a part must hold in the whole line."""
    for start in range(0, len(line), _WINDOW - _OVERLAP):
        found = pattern.search(line, start, start + _WINDOW)
        if found is not None and pattern.match(line, found.start()) is not None:
            return True
    return False
