"""Words without which a match cannot hold in a file: a far cheaper test than parsing, and one that never drops a match.

A call must spell the last names of its path, a symbol its name and import its module, a key its last part, a pattern the words that
every text it matches holds, a shape of code its signs.
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
    TextMatch,
)
from lockin_audit.scan.languages.held import CLASS, Groups, allowing, held
from lockin_audit.scan.languages.origins import AWS_SDKS
from lockin_audit.scan.lexical import Modules, Words

_REVERSED = re.compile(r"(?:com|org|dev|net|software)\.|[a-z]{2}\.[a-z]\w*\.[a-z]|(?:io|ai)\.")
"""How Java packages begin: with a domain turned round, be it that of a country."""
_OPEN = re.compile(r"(?<!\\)\.|\\[^.d/-]|\(\?(?!:)|[\"'`{}^$]")
"""What lets a pattern match more than plain words: any character, classes by letter, looks around, flags, quotes, anchors."""
_MARKS = ("^", "\\", '"', "'", "`", "{", "}")
_PLAIN_IN_CLASS = re.compile(r"\\[w.-]")
_COUNT = re.compile(r"(?<!\\)\{\d+(?:,\d*)?\}")
"""How often something may follow itself."""
_SUBSTITUTED = re.compile(r"\\\{\\\}|\\\$\\\{\\w\+\\\}")
"""How a pattern asks for a part of a string that is substituted (`\\{\\}`), or named for others to substitute (`\\$\\{\\w+\\}`)."""
_ANYTHING_WITHIN = "(?:[^\"'`]{0,200}(?:}|\\$\\w{1,60})|)"
"""How such a part may stand behind a quote: a text that ends in its bracket or name, or nothing where it is joined from outside."""
_FAR = re.compile(r"\$|\\[AZ]|\(\?[<=]|(?<!\\)\.")
"""What asks for the end of a text or looks around, and what may run on."""
_ANY_SIZE = "(?i)"
_NAME = re.compile(r"\w+")
_SAID = re.compile(r"[\w$@:/., -]+", re.ASCII)
"""What is written between quotes as it is."""
_PLAIN = re.compile(r"[\w$@:/.-]+")


@lru_cache(maxsize=4096)
def module_root(module: str) -> str:
    """What any import of a module spells out: the first part of a dotted name, an npm package with its scope, two parts of a namespace
    of C# (`Azure.AI`) or a Java package (`com.openai`), the whole path of a Go module."""
    module = module.lstrip("!")
    if "." in module.partition("/")[0] and "/" in module and not module.startswith("@"):
        return "/".join(module.split("/")[:3])
    if module[:1].isupper() or is_reversed(module):
        return ".".join(module.split(".")[:2])
    if module.startswith("@"):
        return "/".join(module.split("/")[:2])
    return module.split("/")[0].split(".")[0]


def is_reversed(module: str) -> bool:
    """Whether a dotted name is written as Java packages are (`com.openai`, `br.com.example`)."""
    return _REVERSED.match(module) is not None


class Requirement:
    """What must stand in a file for a rule to hold there."""

    def __init__(self, rule: Rule) -> None:
        self._imports = modules_of(rule.imports)
        self._matches = tuple(_Needs(match) for match in rule.match)

    def met(self, words: Words) -> int:
        """The alternatives of the rule that can hold in a file: a number with a bit for each, in their order; 0 where none can."""
        if self._imports and not words.imports(self._imports):
            return 0
        return sum(1 << place for place, needs in enumerate(self._matches) if needs.met(words))


class _Needs:
    """What one alternative of a rule asks for."""

    def __init__(self, match: Match) -> None:
        self._groups = _words(match)
        self._modules = modules_of(match.module if isinstance(match, SymbolMatch) else ())
        self._quoted = _quoted(match) if isinstance(match, StringMatch) else None
        self._held = held(_sought(match))
        self._argued = _argued(match.value) if isinstance(match, CallMatch) else None
        self._mentioned = _mentioned(match)
        self._text = match.pattern if isinstance(match, TextMatch) else ""
        self._shape = match.name if isinstance(match, ConstructMatch) else ""
        self._paths = tuple(map(_parts, match.path)) if isinstance(match, CallMatch) else ()
        self._symbols = _symbols(match) if self._groups and isinstance(match, SymbolMatch) else ()

    def met(self, words: Words) -> bool:
        if self._modules and not words.imports(self._modules):
            return False
        if not all(any(map(words.holds, group)) for group in self._held):
            return False
        if self._quoted is not None and not words.quotes(self._quoted):
            return False
        for group in self._groups:
            if not any(map(words.stands, group)):
                return False
        if self._paths and not any(all(map(words.stands, path)) for path in self._paths):
            return False
        if not all(any(map(words.mentions, group)) for group in self._mentioned):
            return False
        if self._argued is not None and not words.finds(self._argued):
            return False
        if self._shape and not words.shows(self._shape):
            return False
        if self._text and not words.tells(self._text):
            return False
        return not self._symbols or any(
            words.stands(last) and words.stands(first) and words.stands_for_another(first) for first, last in self._symbols
        )


def _mentioned(match: Match) -> Groups:
    """Words in small letters that stand in every text a pattern for letters of any size matches."""
    pattern = match.pattern if isinstance(match, TextMatch) else _sought(match)
    of_any_size = isinstance(match, TextMatch) or pattern.startswith(_ANY_SIZE)
    return held(pattern.removeprefix(_ANY_SIZE).lower()) if of_any_size else ()


def _sought(match: Match) -> str:
    """The pattern that a text written in the file has to match."""
    if isinstance(match, StringMatch):
        return "" if match.equals else match.pattern
    return match.value if isinstance(match, CallMatch) else ""


@lru_cache(maxsize=4096)
def modules_of(modules: tuple[str, ...]) -> Modules:
    """Modules of which one must be imported, arranged once."""
    return Modules(modules, module_root)


def _parts(path: str) -> tuple[bytes, ...]:
    """The last two names of a call path, which a file spells out to make the call: what comes before, another file may have put under a
    name of its own. Of a service's clients only the last: they are known by their service wherever they were made."""
    names = path.replace("()", "").split(".")[-2:]
    return tuple(name.encode() for name in names if _NAME.fullmatch(name) and name not in AWS_SDKS)


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
    """The strings between quotes, where none of them can hold a quote or an escape; what a pattern forbids (`(?!…)`) is left out."""
    if match.equals:
        if match.pattern or not all(_SAID.fullmatch(text) for text in match.equals):
            return None
        source = "|".join(map(re.escape, match.equals))
    else:
        source = allowing(match.pattern)
        plain = _COUNT.sub("", _SUBSTITUTED.sub("", source))
        if not source or not source.isascii() or _OPEN.search(CLASS.sub("", plain)) is not None:
            return None
        if any(mark in _PLAIN_IN_CLASS.sub("", found) for found in CLASS.findall(plain) for mark in _MARKS):
            return None
        # In bytes \w knows letters of English alone; it stands in classes only, outside `_OPEN` lets none pass.
        source = _ANYTHING_WITHIN.join(part.replace(r"\w", r"\w\x80-\xff") for part in _SUBSTITUTED.split(source))
    return re.compile(rb"[\"'`](?:" + source.encode() + rb")[\"'`]")


@lru_cache(maxsize=4096)
def _argued(value: str) -> re.Pattern[str] | None:
    """What is found in a file wherever an argument, which is written in it, fits the pattern; None where no such thing is known."""
    source = re.sub(r"(?<!\\)\$$", "", allowing(value))
    if not source or _FAR.search(CLASS.sub("", source)) is not None:
        return None
    found = re.compile(re.sub(r"(?<![\\\[])\^", "", source).removeprefix(r"\W*"))
    return None if found.search("") is not None else found


def _last(path: str) -> str:
    return path.rpartition(".")[2]


def _group(words: Iterable[str]) -> Groups:
    """One group, or none where a word is missing or could be written in more than one way."""
    listed = tuple(words)
    if not listed or not all(_PLAIN.fullmatch(word) for word in listed):
        return ()
    return (frozenset(word.encode() for word in listed),)
