"""Words without which a match cannot hold in a file: a far cheaper test than parsing, and one that never drops a match.

A call must spell its last name, a symbol its name and import its module, a key its last part. Patterns, texts and constructs ask for
nothing beyond the rule's own literals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

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
from lockin_audit.scan.lexical import Modules, Words

Groups = tuple[frozenset[bytes], ...]
"""Of each group at least one word must stand in the file."""

REVERSED = ("com.", "org.", "io.", "dev.", "ai.", "net.", "software.")
"""How Java packages begin."""
_FORBIDS = re.compile(r"\(\?!(?:[^()\\]|\\.)*\)")
_CLASS = re.compile(r"\[(?:[^\]\\]|\\.)*\]")
_OPEN = re.compile(r"(?<!\\)\.|\\[^.d/-]|\(\?(?!:)|[\"'`{}^$]")
"""What lets a pattern match more than plain words: any character, classes by letter, looks around, flags, quotes, anchors."""
_MARKS = ("^", "\\", '"', "'", "`", "{", "}")
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
        self._imports = _modules(rule.imports)
        self._matches = tuple(_Needs(match) for match in rule.match)

    def met(self, words: Words) -> bool:
        """Whether the rule can hold in a file."""
        return (not self._imports or words.imports(self._imports)) and any(needs.met(words) for needs in self._matches)


class _Needs:
    """What one alternative of a rule asks for."""

    def __init__(self, match: Match) -> None:
        self._groups = _words(match)
        self._modules = _modules(match.module if isinstance(match, SymbolMatch) else ())
        self._quoted = _quoted(match) if isinstance(match, StringMatch) else None
        self._symbols = _symbols(match) if self._groups and isinstance(match, SymbolMatch) else ()

    def met(self, words: Words) -> bool:
        if self._modules and not words.imports(self._modules):
            return False
        if self._quoted is not None and not words.quotes(self._quoted):
            return False
        for group in self._groups:
            if not any(map(words.stands, group)):
                return False
        return not self._symbols or any(
            words.stands(last) and words.stands(first) and words.stands_for_another(first) for first, last in self._symbols
        )


@lru_cache(maxsize=4096)
def _modules(modules: tuple[str, ...]) -> Modules:
    return Modules(modules, module_root)


def _symbols(match: SymbolMatch) -> tuple[tuple[bytes, bytes], ...]:
    """First and last part of every name: `Kernel.CreateBuilder` is read from the class `Kernel`."""
    return tuple((name.partition(".")[0].encode(), _last(name).encode()) for name in match.name)


def _words(match: Match) -> Groups:
    if isinstance(match, CallMatch):
        return (*_group(map(_last, match.path)), *_group([_last(match.argument)]), *_group(map(_last, match.with_arguments)))
    if isinstance(match, SymbolMatch):
        return _group(map(_last, match.name))
    if isinstance(match, StringMatch):
        return _group(match.equals) if not match.pattern else ()
    if isinstance(match, AttributeMatch | KeyMatch):
        return _group(map(_last, match.path))
    if isinstance(match, ResourceMatch):
        return _group(match.type)
    if isinstance(match, ConstructMatch):
        return _group(map(_last, match.calls))
    return ()


@lru_cache(maxsize=4096)
def _quoted(match: StringMatch) -> re.Pattern[bytes] | None:
    """The pattern between quotes, where nothing it matches can hold a quote, an escape or a substituted part; what it forbids (`(?!…)`)
    is left out."""
    source = _FORBIDS.sub("", match.pattern)
    if not source or match.equals or not source.isascii() or _OPEN.search(_CLASS.sub("", source)) is not None:
        return None
    if any(mark in found for found in _CLASS.findall(source) for mark in _MARKS):
        return None
    return re.compile(rb"[\"'`](?:" + source.encode() + rb")[\"'`]")


def _last(path: str) -> str:
    return path.rpartition(".")[2]


def _group(words: Iterable[str]) -> Groups:
    """One group, or none where a word is missing or could be written in more than one way."""
    listed = tuple(words)
    if not listed or not all(_PLAIN.fullmatch(word) for word in listed):
        return ()
    return (frozenset(word.encode() for word in listed),)
