"""Words that stand in every text a regular expression matches, by which its matches are quickly found or ruled out."""

from __future__ import annotations

import re
from functools import lru_cache

Groups = tuple[frozenset[bytes], ...]
"""Of each group at least one word must stand in the text."""

_UNREAD = re.compile(r"^\(\?[a-zA-Z]*[ix]|\\[xuUN0-9]")
"""What words are not read from: patterns for letters of any size or with comments, characters given by number or name."""
CLASS = re.compile(r"\[(?:[^\]\\]|\\.)*\]")
"""A class of characters in a pattern."""
_LEAST = 3
_MAY_BE_MISSING = ("?", "*", "{")


@lru_cache(maxsize=4096)
def held(pattern: str) -> Groups:
    """Words of which every text that a pattern matches holds one of each group. Words, not whole runs of text: where a string is put
    together from parts, it is cut between words."""
    if _UNREAD.search(CLASS.sub("", pattern)) is not None:
        return ()
    alternatives = [_held_by_all(part) for part in _alternatives(pattern)]
    if len(alternatives) == 1:
        return alternatives[0]
    if not all(alternatives):
        return ()
    return (frozenset().union(*(max(groups, key=surest) for groups in alternatives)),)


def allowing(pattern: str) -> str:
    """A pattern without what it forbids to follow (`(?!…)`): it is found wherever the pattern is."""
    kept, at = "", 0
    while at < len(pattern):
        end = at
        if pattern[at] == "\\":
            end = at + 1
        elif pattern[at] == "[":
            end = _end_of_class(pattern, at)
        elif pattern.startswith("(?!", at):
            at = _end_of_bracket(pattern, at) + 1
            continue
        kept += pattern[at : end + 1]
        at = end + 1
    return kept


def surest(group: frozenset[bytes]) -> tuple[int, int]:
    """How much a group tells: by its shortest word, then by how few there are."""
    return (min(map(len, group)), -len(group))


def _alternatives(pattern: str) -> list[str]:
    """The parts of a pattern between the `|` that stand outside brackets."""
    found, start, at = [], 0, 0
    while at < len(pattern):
        character = pattern[at]
        if character == "\\":
            at += 1
        elif character == "[":
            at = _end_of_class(pattern, at)
        elif character == "(":
            at = _end_of_bracket(pattern, at)
        elif character == "|":
            found.append(pattern[start:at])
            start = at + 1
        at += 1
    return [*found, pattern[start:]]


def _held_by_all(pattern: str) -> Groups:
    """Groups of words of a pattern without alternatives: its words of three letters or more, less a last letter that may be missing or
    repeated, and the groups of its brackets, less those that may be missing or that look around."""
    runs, found, at = [""], list[frozenset[bytes]](), 0
    while at < len(pattern):
        character = pattern[at]
        if character == "\\":
            at += 1
            runs.append("")
        elif character == "[":
            at = _end_of_class(pattern, at)
            runs.append("")
        elif character == "(":
            end = _end_of_bracket(pattern, at)
            if pattern[end + 1 : end + 2] not in _MAY_BE_MISSING:
                inner = pattern[at + 1 : end]
                if not inner.startswith("?"):
                    found += held(inner)
                elif inner.startswith(("?:", "?-i:")):
                    found += held(inner.partition(":")[2])
            at = end
            runs.append("")
        elif character in _MAY_BE_MISSING:
            runs[-1] = runs[-1][:-1]
            runs.append("")
            if character == "{":
                at = max(at, pattern.find("}", at))
        elif (character.isalnum() or character in "_-") and character.isascii():
            runs[-1] += character
        else:
            runs.append("")
        at += 1
    words = dict.fromkeys(run.encode() for run in runs if len(run) >= _LEAST)
    return tuple(dict.fromkeys((*(frozenset((word,)) for word in words), *found)))


def _end_of_bracket(pattern: str, start: int) -> int:
    """Where the bracket that opens at an offset closes."""
    depth, at = 0, start
    while True:
        character = pattern[at]
        if character == "\\":
            at += 1
        elif character == "[":
            at = _end_of_class(pattern, at)
        elif character in "()":
            depth += 1 if character == "(" else -1
            if depth == 0:
                return at
        at += 1


def _end_of_class(pattern: str, start: int) -> int:
    """Where the character class that begins at an offset ends."""
    at = start + (2 if pattern[start + 1 : start + 2] == "^" else 1) + 1
    while pattern[at] != "]":
        at += 2 if pattern[at] == "\\" else 1
    return at
