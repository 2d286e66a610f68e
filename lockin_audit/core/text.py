"""Text of the audited repository made fit to show: control characters visible, secrets masked, lines shortened.

Escaping for one format (a spreadsheet cell, an HTML page) is the business of that format's writer.
"""

from __future__ import annotations

SNIPPET_LENGTH = 160
_WINDOW = 4_000
_SHORTEST_WITH_KEY = 13
"""Characters of the shortest key that is known by its form."""
_KEPT = "\n\t\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
"""Line breaks, tabs and the unusual spaces, which only stand there."""


def visible(text: str, limit: int | None = None) -> str:
    """The text on one line, every character printable: what would steer a terminal or reorder a line is spelled out.

    Control characters, ANSI escapes, line breaks, bidirectional and zero-width marks become `\\n`, `\\x1b`, `\\u202e`; bytes of
    a file name that are not UTF-8 (lone surrogates) become `\\xff`; unusual spaces become a space.

    Args:
        limit: longest result in characters; a longer text ends in an ellipsis. At least 1.
    """
    if limit is not None and len(text) > limit:
        text, cut = text[: limit + 1], True
    else:
        cut = False
    if not text.isprintable():
        text = "".join(character if character.isprintable() else _spelled(character) for character in text)
    if limit is not None and (cut or len(text) > limit):
        text = text[: limit - 1].rstrip() + "…"
    return text


def shown_path(path: str) -> str:
    """A path of the audited repository as it is named in every output: printable, and a key that somebody wrote into it masked."""
    if len(path) < _SHORTEST_WITH_KEY:
        return visible(path)
    from lockin_audit.core.secrets import mask_keys  # as in `snippet`

    return visible(mask_keys(path))


def steady(text: str) -> str:
    """A text of several lines with its line breaks, tabs and spaces as they are, and what else would steer a terminal or reorder a line
    spelled out as JSON does it (`\\u001b`, `\\u202e`), so that a JSON document says the same afterwards.
    """
    if text.isascii() and text.isprintable():
        return text
    steering = {ord(c): _escaped(c) for c in set(text.replace("\r\n", "\n")) if not (c.isprintable() or c in _KEPT)}
    return "\r\n".join(part.translate(steering) for part in text.split("\r\n")) if steering else text


def _escaped(character: str) -> str:
    code = ord(character)
    if code > 0xFFFF:
        high, low = divmod(code - 0x10000, 0x400)
        return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
    return f"\\u{code:04x}"


def _spelled(character: str) -> str:
    code = ord(character)
    named = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(character)
    if named:
        return named
    if character.isspace() and code > 0x9F and code not in (0x2028, 0x2029):
        return " "
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def snippet(line: str) -> str:
    """One line of source as evidence: trimmed, secrets masked, control characters visible, at most `SNIPPET_LENGTH` characters.

    Only the first 4,000 characters of a longer line are looked at, and a word cut there is dropped, so that no part of a key shows.
    """
    from lockin_audit.core.secrets import mask_secrets  # its patterns take a while to compile, and most commands mask nothing

    text = line.strip()
    if len(text) > _WINDOW:
        head = text[:_WINDOW]
        cut = max(head.rfind(mark) for mark in " \t,;")
        text = head[:cut] if cut > 0 else head[:SNIPPET_LENGTH]
    text = " ".join(mask_secrets(text).split())
    return visible(text, SNIPPET_LENGTH)
