"""Words without which a match cannot hold in a file: a far cheaper test than parsing, and one that never drops a match.

A call must spell its last name, a symbol its module and its name, a key its last part. Patterns, texts and constructs ask for nothing
beyond the rule's own literals.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from lockin_audit.core.runtime import (
    AttributeMatch,
    CallMatch,
    ConstructMatch,
    KeyMatch,
    Match,
    ResourceMatch,
    Rule,
    StringMatch,
    SymbolMatch,
)

Groups = tuple[frozenset[bytes], ...]
"""Of each group at least one word must stand in the file."""

REVERSED = ("com.", "org.", "io.", "dev.", "ai.", "net.", "software.")
"""How Java packages begin."""
_PLAIN = re.compile(r"[\w$@:/.-]+")


def module_root(module: str) -> str:
    """What any import of a module spells out: the first part of a dotted name, an npm package with its scope, two parts of a namespace
    of C# (`Azure.AI`) or a Java package (`com.openai`), the whole path of a Go module."""
    module = module.lstrip("!")
    if "." in module.partition("/")[0] and "/" in module and not module.startswith("@"):
        return "/".join(module.split("/")[:3])
    if module[:1].isupper() or module.startswith(REVERSED):
        return ".".join(module.split(".")[:2])
    if module.startswith("@"):
        return "/".join(module.split("/")[:2])
    return module.split("/")[0].split(".")[0]


class Requirement:
    """What must stand in a file for a rule to hold there."""

    def __init__(self, rule: Rule) -> None:
        self._imports = _group(map(module_root, rule.imports))
        self._matches = tuple(_words(match) for match in rule.match)

    def met(self, stands: Callable[[bytes], bool]) -> bool:
        """Whether the rule can hold in a file of which `stands` tells what words it holds."""
        if not all(any(map(stands, group)) for group in self._imports):
            return False
        return any(all(any(map(stands, group)) for group in groups) for groups in self._matches)


def _words(match: Match) -> Groups:
    if isinstance(match, CallMatch):
        return (*_group(map(_last, match.path)), *_group([_last(match.argument)]), *_group(match.with_arguments))
    if isinstance(match, SymbolMatch):
        return (*_group(map(module_root, match.module)), *_group(map(_last, match.name)))
    if isinstance(match, StringMatch):
        return _group(match.equals) if not match.pattern else ()
    if isinstance(match, AttributeMatch | KeyMatch):
        return _group(map(_last, match.path))
    if isinstance(match, ResourceMatch):
        return _group(match.type)
    if isinstance(match, ConstructMatch):
        return _group(map(_last, match.calls))
    return ()


def _last(path: str) -> str:
    return path.rpartition(".")[2]


def _group(words: Iterable[str]) -> Groups:
    """One group, or none where a word is missing or could be written in more than one way."""
    listed = tuple(words)
    if not listed or not all(_PLAIN.fullmatch(word) for word in listed):
        return ()
    return (frozenset(word.encode() for word in listed),)
