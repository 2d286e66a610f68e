"""Reads one file of the listing as UTF-8 text, or says why it is not looked at."""

from __future__ import annotations

import os
import re

from lockin_audit.scan import nesting
from lockin_audit.scan.file_types import CODE, STRUCTURED, language_of_content
from lockin_audit.scan.model import SourceFile
from lockin_audit.scan.repository import Entry, read_regular

LIMIT = 2_000_000
"""Largest file read, in bytes; code written by people stays far below."""
_LIMITS = {"notebook": 25_000_000, "lock": 25_000_000, "kotlin": 500_000, "bicep": 100_000}
"""Notebooks carry the pictures of their outputs; lock files are only searched for names; two grammars are slow on what no person wrote."""
_LONGEST_LINE = 100_000
_ONE_LINE_LANGUAGES = frozenset(("json", "notebook", "yaml"))
_PARSED = CODE | STRUCTURED
_SCRIPTS = frozenset(("javascript", "typescript", "html"))
_COLOUR = re.compile(rb"\\u001[bB]\[")
"""How a coloured output begins in a notebook: a bracket that nothing closes, thousands of times in the record of one agent's run."""
_BYTE_ORDER_MARKS = ((b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class NotRead(Exception):
    """Why a file is not looked at, in words."""


def read_text(root: str, entry: Entry) -> bytes:
    """The bytes of a text file without byte order mark; UTF-16 and UTF-32 are turned into UTF-8.

    Raises:
        NotRead: it cannot be read, is no regular file, is too large, is binary or minified.
    """
    limit = _LIMITS.get(entry.language if entry.role != "lock" else "lock", LIMIT)
    try:
        data = _packed(root, entry, limit) if entry.archive else read_regular(f"{root}{os.sep}{entry.path}", limit)
    except OSError as error:
        raise NotRead(f"cannot be read: {(error.strerror or 'unknown error').lower()}") from None
    if data is None:
        raise NotRead("not a regular file")
    if isinstance(data, int):
        raise NotRead(f"too large: {data / 1e6:,.1f} MB, and {entry.language or 'such'} files are read up to {limit / 1e6:,.3g} MB")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:4] == b"\x00\x00\xfe\xff":
        data = _recoded(data)
    elif data[:3] == b"\xef\xbb\xbf":
        data = data[3:]
    if b"\0" in data:
        raise NotRead("binary (holds NUL bytes)")
    if len(data) > 50_000 and entry.language in _SCRIPTS and data.count(b"\n") * 1_000 < len(data):
        raise NotRead("minified or generated (more than 1,000 characters per line)")
    return data


def _packed(root: str, entry: Entry, limit: int) -> bytes | int:
    from lockin_audit.scan.archives import NotOpened, read_member

    try:
        return read_member(f"{root}{os.sep}{entry.archive}", entry.path[len(entry.archive) + 1 :], limit)
    except NotOpened as reason:
        raise NotRead(str(reason)) from None


def _recoded(data: bytes) -> bytes:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").removeprefix("\ufeff").encode("utf-8", "replace")
    return data


def _require_shallow(language: str, data: bytes) -> None:
    if language == "notebook":
        data = _COLOUR.sub(b"", data)
    if language in _PARSED and nesting.brackets(data) > nesting.MOST_BRACKETS:
        raise NotRead(f"nested too deeply (more than {nesting.MOST_BRACKETS} levels of brackets)")
    if language == "yaml" and nesting.blocks(data) > nesting.MOST_BLOCKS:
        raise NotRead(f"nested too deeply (more than {nesting.MOST_BLOCKS} levels of indentation)")


def source_file(entry: Entry, data: bytes) -> SourceFile:
    """A file that is looked at closely: valid UTF-8 (bytes that are not become U+FFFD), its language settled.

    Raises:
        NotRead: it holds a line so long, or is nested so deeply, that no person wrote it.
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        data = data.decode("utf-8", "replace").encode("utf-8")
    language = entry.language or language_of_content(data)
    if len(data) > _LONGEST_LINE and language not in _ONE_LINE_LANGUAGES:
        longest = max(map(len, data.split(b"\n")))
        if longest > _LONGEST_LINE:
            raise NotRead(f"generated (a line of {longest:,} characters)")
    _require_shallow(language, data)
    return SourceFile(entry.path, language, data, entry.is_test)
