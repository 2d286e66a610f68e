"""Text without which a shape of code cannot be found in a file: asked before a file is parsed, and never too much.

Each sign follows from the detector of its shape in `constructs` and `records`, and is to be changed with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lockin_audit.scan.languages.intervals import may_ask_again
from lockin_audit.scan.languages.records import (
    APPENDS,
    LOG_NOUNS,
    MODEL_BASES,
    STATE_NOUNS,
    TABLE_MAKERS,
    emits,
    holds_talk,
    is_log,
    is_state,
    may_write,
)

_LOOP = re.compile(rb"\b(?:for|foreach|while|do|loop|until|repeat|times|each\w*|retry)\b")
_GUARD = re.compile(rb"\b(?:try|begin|catch|except|rescue|retry|def|do|nil)\b|\.Status|[rR]etr\w*\(")
_HELPER = re.compile(rb"(?i)retr|backoff")
_NAME = re.compile(rb"\w+")
_CLASSES = tuple(
    re.compile(word + rb"\s+(?:(?:class|struct)\s+)?([\w:]+)")
    for word in (b"class", b"struct", b"record", b"interface", b"enum", b"object", b"trait", b"type")
)
"""One for each word: a search for a fixed word is many times quicker than one for any of several."""
_GO_TYPE = re.compile(rb"(?:struct|interface)\b")
_LONGEST_NAME = 200
"""Bytes. What is longer is no name, but may be a picture written in letters."""
_BASES = frozenset(name.encode() for name in (*MODEL_BASES, "ActiveRecord"))
_BASE_ENDS = (b"Base", b"Mixin")
_DECORATED = re.compile(rb"@(?:\w*[Ee]ntity|\w*Document\b|dataclass_table)")
_TABLE_TRUE = re.compile(rb"table\s*=\s*True")
_FIELD_TAGS = (b"gorm", b"bun:", b"dynamodbav")
_CREATE = re.compile(rb"create(?:[\s\"'`+.fbru$@]|\\[nrt])+(?:unlogged|temp|table)")
"""In small letters; also where the statement is put together from several strings."""
_MAKERS = frozenset(name.encode() for name in TABLE_MAKERS)
_QUOTED = re.compile(rb"[\"'`:]([^\"'`\s]+)")
_INSERT = re.compile(rb"insert\s+into\b")
_APPEND_MODE = re.compile(rb"[\"']a[tb+]?[\"']")


@dataclass(frozen=True, slots=True)
class _Telling:
    """Names that tell something."""

    nouns: Iterable[str]
    """One stands in each, in letters of any size."""
    exact: Callable[[str], bool]
    rough: re.Pattern[bytes] = field(init=False)
    """The nouns, quickly asked for."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "rough", re.compile("|".join(sorted(self.nouns)).encode(), re.IGNORECASE))

    def among(self, texts: Iterable[bytes]) -> bool:
        """Whether one of the texts tells it."""
        return any(
            len(text) < _LONGEST_NAME and self.rough.search(text) is not None and self.exact(text.decode("latin-1")) for text in texts
        )


_STATE = _Telling(STATE_NOUNS, is_state)
_LOG = _Telling(LOG_NOUNS, is_log)


def _table(data: bytes, small: bytes, names: frozenset[bytes], telling: _Telling) -> bool:
    """Whether a table, class or collection may be declared under a name that tells something."""
    if b"__tablename__" in names or _CREATE.search(small) is not None:
        return True
    if not _MAKERS.isdisjoint(names) and telling.among({*_QUOTED.findall(data)}):
        return True
    return _stored(data, names) and telling.among(_classes(data))


def _classes(data: bytes) -> Iterator[bytes]:
    for pattern in _CLASSES:
        yield from pattern.findall(data)
    for found in _GO_TYPE.finditer(data) if b"struct" in data or b"interface" in data else ():
        yield from data[max(0, found.start() - _LONGEST_NAME) : found.start()].split()[-1:]


def _stored(data: bytes, names: frozenset[bytes]) -> bool:
    """Whether a class of the file may be one that a database layer stores."""
    if not _BASES.isdisjoint(names) or any(name.endswith(_BASE_ENDS) for name in names):
        return True
    if _DECORATED.search(data) is not None or _TABLE_TRUE.search(data) is not None:
        return True
    return any(tag in data for tag in _FIELD_TAGS)


def _state_table(data: bytes) -> bool:
    names = frozenset(_NAME.findall(data))
    return _table(data, data.lower(), names, _STATE) or (holds_talk(data) and (not _MAKERS.isdisjoint(names) or _stored(data, names)))


def _event_log(data: bytes) -> bool:
    names, small = frozenset(_NAME.findall(data)), data.lower()
    if b"appendFile" in names or b"appendFileSync" in names or _INSERT.search(small) is not None:
        return True
    if b"open" in names and _APPEND_MODE.search(data) is not None and b"json" in small:
        return True
    for name in names:
        if len(name) < _LONGEST_NAME and (b"vent" in name or b"tep" in name or b"race" in name or b"udit" in name):
            called = name.decode("latin-1")
            if APPENDS.fullmatch(called) and (not emits(called) or may_write(data)):
                return True
    return _table(data, small, names, _LOG)


_SIGNS: Mapping[str, Callable[[bytes], bool]] = {
    "event_log": _event_log,
    "state_table": _state_table,
    "retry_loop": lambda data: _LOOP.search(data) is not None and _GUARD.search(data) is not None,
    "poll_loop": lambda data: _LOOP.search(data) is not None or may_ask_again(data),
    "retry_helper": lambda data: _HELPER.search(data) is not None,
}


def possible(shape: str, data: bytes) -> bool:
    """Whether a shape of code may be found in a file."""
    return _SIGNS[shape](data)
