"""Vocabularies, embeddings and other data of JSON files: hundreds of plain values in a row decide nothing, and are not parsed."""

from __future__ import annotations

import re

LARGE = 50_000
"""Bytes below which a file is quickly parsed as it is."""
MANY = 500
"""Values in a row that nobody wrote by hand."""

_SPACE = rb"\s{0,200}+"
_NUMBER = rb"-?\d[\d.eE+-]{0,40}+" + _SPACE
_VALUE = rb"(?:\"(?:[^\"\\\n]|\\.){0,200}+\"" + _SPACE + rb"(?::" + _SPACE + _NUMBER + rb")?|" + _NUMBER + rb")," + _SPACE
_ONE = re.compile(_VALUE)
_ROW = re.compile(rb"(?:" + _VALUE + rb")++")
"""Texts, numbers, or words with a number each, every one followed by another."""
_BLANK = bytes(byte if byte == 10 else 32 for byte in range(256))


def without_long_lists(data: bytes) -> bytes:
    """A JSON document at the same length and with the same lines, rows of `MANY` plain values and more left out of it."""
    return _ROW.sub(_blank, data) if len(data) > LARGE else data


def _blank(row: re.Match[bytes]) -> bytes:
    text = row[0]
    few = len(text) < 2 * MANY or sum(1 for _ in _ONE.finditer(text)) < MANY
    return text if few else text.translate(_BLANK)
