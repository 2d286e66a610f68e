"""Text without which a shape of code cannot be found in a file: asked before a file is parsed, and never too much.

Each sign follows from the detector of its shape in `constructs` and `records`, and is to be changed with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lockin_audit.scan.languages.records import APPENDS, TABLE_MAKERS, emits, is_log, is_state, may_write

_LOOP = re.compile(rb"\b(?:for|foreach|while|do|loop|until|repeat|times|each\w*|retry)\b")
_GUARD = re.compile(rb"\b(?:try|begin|catch|except|rescue|retry|def|do)\b")
_HELPER = re.compile(rb"(?i)retr|backoff")
_NAME = re.compile(rb"\w+")
_CLASS = re.compile(
    rb"\b(?:class|struct|record|interface|enum|object|trait|type)\s+(?:(?:class|struct)\s+)?([\w:]+)|(\w+)\s+(?:struct|interface)\b"
)
_BASES = frozenset(b"SQLModel Model Document Entity Table BaseTable ApplicationRecord ActiveRecord Schema".split())
_BASE_ENDS = (b"Base", b"Mixin")
_DECORATED = re.compile(rb"@\w*[Ee]ntity|@\w*Document\b|@dataclass_table|table\s*=\s*True|gorm|bun:|dynamodbav")
_CREATE = re.compile(rb"(?i)\bcreate(?:[\s\"'`+.fbru$@]|\\[nrt])+(?:unlogged|temp|table)")
"""Also where the statement is put together from several strings."""
_MAKERS = frozenset(name.encode() for name in TABLE_MAKERS)
_QUOTED = re.compile(rb"[\"'`]([^\"'`\s]+)|:(\w+)")
_INSERT = re.compile(rb"(?i)\binsert\s+into\b")
_APPEND_MODE = re.compile(rb"[\"']a[tb+]?[\"']")


def _table(data: bytes, names: frozenset[bytes], tells: Callable[[str], bool]) -> bool:
    """Whether a table, class or collection may be declared under a name that tells something."""
    if b"__tablename__" in names or _CREATE.search(data) is not None:
        return True
    if not _MAKERS.isdisjoint(names) and _any_tells(_QUOTED, data, tells):
        return True
    stored = not _BASES.isdisjoint(names) or any(name.endswith(_BASE_ENDS) for name in names) or _DECORATED.search(data) is not None
    return stored and _any_tells(_CLASS, data, tells)


def _any_tells(pattern: re.Pattern[bytes], data: bytes, tells: Callable[[str], bool]) -> bool:
    return any(tells((first or last).decode("latin-1")) for first, last in pattern.findall(data))


def _state_table(data: bytes) -> bool:
    return _table(data, frozenset(_NAME.findall(data)), is_state)


def _event_log(data: bytes) -> bool:
    names = frozenset(_NAME.findall(data))
    if b"appendFile" in names or b"appendFileSync" in names or _INSERT.search(data) is not None:
        return True
    if b"open" in names and _APPEND_MODE.search(data) is not None and b"json" in data.lower():
        return True
    for name in names:
        if b"vent" in name or b"tep" in name or b"race" in name or b"udit" in name:
            called = name.decode("latin-1")
            if APPENDS.fullmatch(called) and (not emits(called) or may_write(data)):
                return True
    return _table(data, names, is_log)


_SIGNS: Mapping[str, Callable[[bytes], bool]] = {
    "event_log": _event_log,
    "state_table": _state_table,
    "retry_loop": lambda data: _LOOP.search(data) is not None and _GUARD.search(data) is not None,
    "poll_loop": lambda data: _LOOP.search(data) is not None,
    "retry_helper": lambda data: _HELPER.search(data) is not None,
}


def possible(shape: str, data: bytes) -> bool:
    """Whether a shape of code may be found in a file."""
    return _SIGNS[shape](data)
