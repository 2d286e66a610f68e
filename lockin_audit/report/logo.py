"""The logo of `[report]`: a PNG somebody hands us, checked and stripped before it goes into any file.

Only what draws the picture is kept: texts, times, camera and editing data that a PNG can carry are dropped. SVG is refused, since it
can hold programs and addresses to load from.
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Final

from lockin_audit.core.errors import DataError

LARGEST: Final = 500_000
"""Bytes."""
WIDEST: Final = 2_000
"""Pixels a side."""
_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_KEPT: Final = (b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"sRGB", b"IDAT", b"IEND")
_REMEDY: Final = "Save it as a PNG of at most 500 kB and 2,000 pixels a side."


def read_logo(path: Path, where: str = "[report] logo") -> bytes:
    """The picture as a PNG that holds nothing but pixels.

    Raises:
        DataError: there is no such file, or it is too large, no PNG, or a broken one.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise DataError(where, f"{path.name} is larger than 500 kB.", _REMEDY)
        data = path.read_bytes()
    except OSError as error:
        raise DataError(where, f"{path.name} cannot be read: {error.strerror}.", "Name a PNG beside the config file.") from None
    if not data.startswith(_SIGNATURE):
        raise DataError(where, f"{path.name} is not a PNG.", _REMEDY)
    chunks = list(_chunks(data, path.name, where))
    width, height = png_size(data)
    if not (chunks and chunks[0][0] == b"IHDR" and chunks[-1][0] == b"IEND" and 0 < width <= WIDEST and 0 < height <= WIDEST):
        raise DataError(where, f"{path.name} is broken, or wider or higher than 2,000 pixels.", _REMEDY)
    _check_pixels(chunks, path.name, where)
    return _SIGNATURE + b"".join(_chunk(kind, body) for kind, body in chunks if kind in _KEPT)


def png_size(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG in pixels."""
    width, height = struct.unpack(">II", data[16:24].ljust(8, b"\0"))
    return width, height


def _chunks(data: bytes, name: str, where: str) -> list[tuple[bytes, bytes]]:
    found, at = [], len(_SIGNATURE)
    while at < len(data):
        head = data[at : at + 8]
        length = struct.unpack(">I", head[:4])[0] if len(head) == 8 else LARGEST + 1
        body, check = data[at + 8 : at + 8 + length], data[at + 8 + length : at + 12 + length]
        if len(body) != length or check != struct.pack(">I", zlib.crc32(head[4:] + body)):
            raise DataError(where, f"{name} is a broken PNG.", _REMEDY)
        found.append((head[4:], body))
        at += 12 + length
        if head[4:] == b"IEND":
            break
    return found


def _check_pixels(chunks: list[tuple[bytes, bytes]], name: str, where: str) -> None:
    """Unpack the pixels, at most what the size allows, so that a small file cannot swell in whatever opens the report."""
    largest = WIDEST * (WIDEST * 8 + 1) + 1
    unpacker = zlib.decompressobj()
    try:
        pixels = unpacker.decompress(b"".join(body for kind, body in chunks if kind == b"IDAT"), largest)
    except zlib.error:
        raise DataError(where, f"{name} is a broken PNG.", _REMEDY) from None
    if not pixels or not unpacker.eof:
        raise DataError(where, f"{name} is a broken PNG.", _REMEDY)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
