"""TOML and environment files, read line by line so that every key keeps its place and nothing can unfold."""

from __future__ import annotations

import re

from lockin_audit.scan.languages.facts import Entry, FileFacts, Spans

_TABLE = re.compile(rb"^\s*+\[\[?\s*+([^\[\]#]+)\]\]?\s*+(?:#.*)?$")
_PAIR = re.compile(rb"""^\s*((?:"[^"\n]*"|'[^'\n]*'|[\w-]+)(?:\s*\.\s*(?:"[^"\n]*"|'[^'\n]*'|[\w-]+))*)\s*=\s*(.*)$""", re.DOTALL)
_VARIABLE = re.compile(rb"^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*=\s*(.*)$", re.DOTALL)
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([\w-]+)""")
_INLINE = re.compile(rb"""((?<![\w-])[\w-]++|"[^"\n]*")\s*+=\s*+("[^"\n]*"|'[^'\n]*'|[^,{}\s]+)""")


def _value(source: bytes) -> str:
    """A scalar without quotes and trailing comment; other values as written."""
    text = source.decode("utf-8", "replace").strip()
    if text[:1] in ('"', "'") and (end := text.find(text[0], 1)) > 0:
        return text[1:end]
    return text.split(" #", 1)[0].strip()


def dotenv(data: bytes) -> FileFacts:
    """Facts of an environment file."""
    entries: list[Entry] = []
    comments: list[tuple[int, int]] = []
    position = 0
    for line in data.splitlines(keepends=True):
        body = line.rstrip(b"\r\n")
        if body.lstrip().startswith(b"#"):
            comments.append((position, position + len(body)))
        elif (match := _VARIABLE.match(body)) is not None:
            entries.append(
                Entry(match[1].decode(), -1, position + match.start(1), position + len(body), _value(match[2]), position + len(body))
            )
        position += len(line)
    dead = Spans(comments)
    return FileFacts(data=data, dead=dead, opaque=dead, entries=tuple(entries))


def toml(data: bytes) -> FileFacts:
    """Facts of a TOML file (keys of tables, dotted keys, inline tables of one line; multi-line strings are passed over)."""
    entries: list[Entry] = []
    comments: list[tuple[int, int]] = []
    table = -1
    position = 0
    closing = b""
    for line in data.splitlines(keepends=True):
        body = line.rstrip(b"\r\n")
        start, end = position, position + len(body)
        position += len(line)
        if closing:
            closing = b"" if closing in body else closing
            continue
        if body.lstrip().startswith(b"#"):
            comments.append((start, end))
            continue
        header = _TABLE.match(body)
        if header is not None:
            table = -1
            for part in _parts(header[1]):
                entries.append(Entry(part, table, start, end, None, end))
                table = len(entries) - 1
            continue
        pair = _PAIR.match(body)
        if pair is None:
            continue
        parent = table
        *above, last = _parts(pair[1]) or [""]
        for part in above:
            entries.append(Entry(part, parent, start, end, None, end))
            parent = len(entries) - 1
        value = pair[2].strip()
        inline = value.startswith(b"{")
        entries.append(Entry(last, parent, start + pair.start(1), end, None if inline else _value(value), end))
        if inline:
            owner = len(entries) - 1
            for item in _INLINE.finditer(value):
                entries.append(Entry(_value(item[1]), owner, start, end, _value(item[2]), end))
        for quote in (b'"""', b"'''"):
            if value.count(quote) == 1:
                closing = quote
    dead = Spans(comments)
    return FileFacts(data=data, dead=dead, opaque=dead, entries=tuple(entries))


def _parts(source: bytes) -> list[str]:
    return [match[1] or match[2] or match[3] or "" for match in _PART.finditer(source.decode("utf-8", "replace"))]
