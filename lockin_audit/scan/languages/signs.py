"""Text without which a shape of code cannot be found in a file: asked before a file is parsed, and never too much.

Each sign follows from the detector of its shape in `constructs` and `records`, and is to be changed with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lockin_audit.scan.languages.agent_loops import may_loop
from lockin_audit.scan.languages.intervals import may_ask_again, may_count_up, tries_again
from lockin_audit.scan.languages.records import (
    APPEND_VERBS,
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
_GUARD = re.compile(rb"\b(?:try|begin|catch|except|rescue|retry|def|do|nil)\b|\.Status|[rR]etr\w*\(|(?i:attempt|retr(?:y|ies)|tries)")
_TRIES = re.compile(rb"(?i)retr|backoff")
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
_BASE_ENDS = re.compile(rb"(?:Base|Mixin)\b")
_DECORATED = re.compile(rb"@(?:\w*[Ee]ntity|\w*Document\b|dataclass_table)")
_ENTITY_OF = re.compile(rb"@(?:Entity|Schema|Table)\([\s{]*(?:[\"'`]|\w)")
_TABLE_TRUE = re.compile(rb"table\s*=\s*True")
_FIELD_TAGS = (
    b"= models.",
    b"peewee",
    b"playhouse",
    b"tortoise",
    b"gorm",
    b"xorm:",
    b"bun:",
    b"dynamodbav",
    b"bson:",
    b'db:"',
    b"firestore:",
    b"ent.Schema",
)
_CREATE = re.compile(rb"create(?:[\s\"'`+.fbru$@]|\\[nrt])+(?:unlogged|temp|table)")
"""In small letters; also where the statement is put together from several strings."""
_MAKERS = frozenset(name.encode() for name in TABLE_MAKERS)
_QUOTED = re.compile(rb"[\"'`:]([^\"'`\s]+)")
_SETTING = re.compile(rb"(?i)(?:collection|table|container|db|col)(?:_?(?:name|id))?$")
_INSERT = re.compile(rb"insert\s+into\b")
_APPENDS = re.compile(rf"(?:{'|'.join((*APPEND_VERBS, *map(str.capitalize, APPEND_VERBS)))})\w+".encode())
"""Names that begin as those of `APPENDS` do; an underscore before them is passed over."""
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


class Signs:
    """One file, asked for the shapes of code that may be found in it.

    Args:
        data: its bytes.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data

    @cached_property
    def names(self) -> frozenset[bytes]:
        """Every word of the file."""
        return frozenset(_NAME.findall(self.data))

    @cached_property
    def small(self) -> bytes:
        """The file in small letters."""
        return self.data.lower()

    def possible(self, shape: str) -> bool:
        """Whether a shape of code may be found."""
        return _SIGNS[shape](self)


def _table(file: Signs, telling: _Telling) -> bool:
    """Whether a table, class or collection may be declared under a name that tells something."""
    if b"__tablename__" in file.data or _CREATE.search(file.small) is not None:
        return True
    if not _MAKERS.isdisjoint(file.names):
        settings = (name for name in file.names if _SETTING.search(name) is not None)
        if telling.among({*_QUOTED.findall(file.data)}) or telling.among(settings):
            return True
    named = telling.among(_classes(file.data)) or (
        _ENTITY_OF.search(file.data) is not None and telling.among({*_QUOTED.findall(file.data)})
    )
    return named and _stored(file)


def _classes(data: bytes) -> Iterator[bytes]:
    for pattern in _CLASSES:
        yield from pattern.findall(data)
    for found in _GO_TYPE.finditer(data) if b"struct" in data or b"interface" in data else ():
        yield from data[max(0, found.start() - _LONGEST_NAME) : found.start()].split()[-1:]


def _stored(file: Signs) -> bool:
    """Whether a class of the file may be one that a database layer stores."""
    if _BASE_ENDS.search(file.data) is not None or not _BASES.isdisjoint(file.names):
        return True
    if _DECORATED.search(file.data) is not None or _TABLE_TRUE.search(file.data) is not None:
        return True
    return any(tag in file.data for tag in _FIELD_TAGS)


def _state_table(file: Signs) -> bool:
    return _table(file, _STATE) or (holds_talk(file.data) and (not _MAKERS.isdisjoint(file.names) or _stored(file)))


def _event_log(file: Signs) -> bool:
    if b"appendFile" in file.data or _INSERT.search(file.small) is not None:
        return True
    if b"open" in file.data and b"json" in file.small and _APPEND_MODE.search(file.data) is not None:
        return True
    for name in _APPENDS.findall(file.data):
        if (b"vent" in name or b"tep" in name or b"race" in name or b"udit" in name) and len(name) < _LONGEST_NAME:
            called = name.decode("latin-1")
            if APPENDS.fullmatch(called) and (not emits(called) or may_write(file.data)):
                return True
    return _table(file, _LOG)


_SIGNS: Mapping[str, Callable[[Signs], bool]] = {
    "event_log": _event_log,
    "state_table": _state_table,
    "retry_loop": lambda file: (_LOOP.search(file.data) is not None and _GUARD.search(file.data) is not None) or may_count_up(file.data),
    "agent_loop": lambda file: may_loop(file.data),
    "poll_loop": lambda file: _LOOP.search(file.data) is not None or may_ask_again(file.data),
    "retry_helper": lambda file: any(tries_again(name.decode("latin-1")) for name in file.names if _TRIES.search(name) is not None),
}
