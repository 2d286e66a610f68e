"""Text without which a shape of code cannot be found in a file: asked before a file is parsed, and never too much.

Each sign follows from the detector of its shape in `constructs` and `records`, and is to be changed with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lockin_audit.scan.languages.records import LOG_NOUNS, LOG_SUBJECTS, TABLE_MAKERS

_LOOP = re.compile(rb"\b(?:for|foreach|while|do|loop|until|repeat|times|each\w*|retry)\b")
_GUARD = re.compile(rb"\b(?:try|begin|catch|except|rescue|retry|def|do)\b")
_HELPER = re.compile(rb"(?i)retr|backoff")
_TABLE = re.compile(
    rb"__tablename__|\b(?:Base|DeclarativeBase|SQLModel|Model|Document|Entity|Table|BaseTable|ApplicationRecord|ActiveRecord|\w+Base|\w+Mixin"
    rb"|Schema)\b|@\w*[Ee]ntity|@\w*Document\b|@dataclass_table|table\s*=\s*True|gorm|bun:|dynamodbav|(?i:\bcreate\s)"
    rb"|\b(?:" + b"|".join(sorted(name.encode() for name in TABLE_MAKERS)) + rb")\b"
)
_INSERT = re.compile(rb"(?i)\binsert\s+into\b")
_APPENDS = re.compile(
    rb"(?<![A-Za-z0-9])_?(?:append|record|log|save|store|write|persist|insert|emit)_?[A-Za-z_]*(?:[eE]vent|[sS]tep|[tT]race|[aA]udit)\w"
    rb"*|(?<![A-Za-z0-9])(?:Append|Record|Save|Store|Persist|Insert|Write)[A-Za-z]*(?:Event|Step|Audit)"
)
_FILE = re.compile(rb"\bopen\b|appendFile")
_JSON = re.compile(rb"(?i)json")
_NOUN, _SUBJECT = (b"|".join(sorted(word.encode() for word in words)) for words in (LOG_NOUNS, LOG_SUBJECTS))
_LOG_NAME = re.compile(rb"(?i)(?:%b)[^\n\"'`]{0,80}(?:%b)|(?:%b)[^\n\"'`]{0,80}(?:%b)|trace" % (_NOUN, _SUBJECT, _SUBJECT, _NOUN))
"""A name of more than one word, one of which is a record and one what is recorded."""


def _event_log(data: bytes) -> bool:
    if _APPENDS.search(data) is not None:
        return True
    if _FILE.search(data) is not None and _JSON.search(data) is not None:
        return True
    return (_TABLE.search(data) is not None or _INSERT.search(data) is not None) and _LOG_NAME.search(data) is not None


_SIGNS: Mapping[str, Callable[[bytes], bool]] = {
    "event_log": _event_log,
    "state_table": lambda data: _TABLE.search(data) is not None,
    "retry_loop": lambda data: _LOOP.search(data) is not None and _GUARD.search(data) is not None,
    "poll_loop": lambda data: _LOOP.search(data) is not None,
    "retry_helper": lambda data: _HELPER.search(data) is not None,
}


def possible(shape: str, data: bytes) -> bool:
    """Whether a shape of code may be found in a file."""
    return _SIGNS[shape](data)
