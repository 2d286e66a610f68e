"""Exports packed as `.zip` (Power Platform solutions, flow packages, Dialogflow agents), read in memory and within limits.

Nothing is unpacked to disk. What climbs out of the archive, is a link, encrypted, a further archive, or would unfold beyond the limits is
left out; an archive that is no export of an agent platform stays closed.
"""

from __future__ import annotations

import io
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_LARGEST = 25_000_000
"""Bytes of an archive that is opened."""
_MOST_MEMBERS = 5_000
_LARGEST_DIRECTORY = 2_000_000
_MOST_UNPACKED = 200_000_000
MOST_TOGETHER = 400_000_000
"""Bytes of all archives of a repository and of what is read of them."""
_RATIO = 200
"""A member that unfolds more than this many times is no text written by people."""
_SMALL = 1_000_000
"""Members below this size may be as compressible as they like."""
_EXPORT = re.compile(
    r"(?:^|/)(?:solution\.xml|customizations\.xml|agent\.(?:json|yaml)|botdefinition\.json|declarativeagent\.json)$"
    r"|(?:^|/)(?:botcomponents|bots|Workflows|Microsoft\.Flow)/",
    re.IGNORECASE,
)
"""Members by which the exports of agent platforms are known."""
_DRIVE = re.compile(r"[A-Za-z]:")
_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
)
_FAULTS = (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError, OSError, ValueError, struct.error, KeyError)


_Archive = tuple[zipfile.ZipFile, dict[str, zipfile.ZipInfo]]
"""An archive with its members by name, the first of each."""


class NotOpened(Exception):
    """Why an archive or a member of one is not read, in words."""


class Member(NamedTuple):
    """A file of an archive."""

    name: str
    refused: str
    """Why it is not read; empty: it may be read."""
    size: int
    """Bytes it says to have."""


def members(path: str) -> Iterator[Member]:
    """Every file of an export, sorted by name.

    Raises:
        NotOpened: the archive is no export of an agent platform, is broken, or would unfold beyond the limits.
    """
    listed = [info for info in _opened(path)[0].infolist() if not info.is_dir()]
    if not any(_EXPORT.search(_plain(info.filename)) for info in listed):
        raise NotOpened("an archive")
    if sum(info.file_size for info in listed) > _MOST_UNPACKED:
        raise NotOpened(f"an archive that unfolds to more than {_MOST_UNPACKED // 1_000_000} MB")
    seen: set[str] = set()
    for info in sorted(listed, key=lambda info: info.filename):
        name = _plain(info.filename)
        repeated = name in seen
        seen.add(name)
        yield Member(name, "a second file of the same name" if repeated else _refused(info, name), info.file_size)


def cost(path: str) -> int:
    """Bytes that are read to open an archive; 0 where it stays closed for its size, or cannot be reached."""
    try:
        size = os.lstat(path).st_size
    except OSError:
        return 0
    return size if size <= _LARGEST else 0


def read_member(path: str, name: str, limit: int) -> bytes | int:
    """Content of a member, or its size in bytes when that is over the limit.

    Raises:
        NotOpened: the archive or the member is broken or refused.
    """
    archive, by_name = _opened(path)
    info = by_name.get(name)
    if info is None:
        raise NotOpened("no longer in the archive")
    if reason := _refused(info, name):
        raise NotOpened(reason)
    if info.file_size > limit:
        return info.file_size
    try:
        with archive.open(info) as file:
            data = file.read(limit + 1)
    except _FAULTS:
        raise NotOpened("cannot be unpacked") from None
    return data if len(data) <= limit else len(data)


def _opened(path: str) -> _Archive:
    try:
        handle = os.open(path, _FLAGS)
    except OSError as error:
        raise NotOpened(f"cannot be read: {(error.strerror or 'unknown error').lower()}") from None
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise NotOpened("not a regular file")
        if status.st_size > _LARGEST:
            raise NotOpened(f"an archive of {status.st_size / 1e6:,.0f} MB")
    return _parsed(path, status.st_mtime_ns, status.st_size, status.st_ino)


@lru_cache(maxsize=1)
def _parsed(path: str, _changed: int, _size: int, _number: int) -> _Archive:
    """The archive, held in memory; the directory is measured before it is read, for a few bytes can announce millions of members."""
    try:
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise NotOpened(f"cannot be read: {(error.strerror or 'unknown error').lower()}") from None
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - 66_000))
    if end < 0 or len(data) < end + 22:
        raise NotOpened("not a whole archive")
    count, directory = struct.unpack_from("<HI", data, end + 10)
    if count > _MOST_MEMBERS or directory > _LARGEST_DIRECTORY:
        raise NotOpened(f"an archive of more than {_MOST_MEMBERS:,} files")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _FAULTS:
        raise NotOpened("not a whole archive") from None
    if len(archive.infolist()) > _MOST_MEMBERS:
        raise NotOpened(f"an archive of more than {_MOST_MEMBERS:,} files")
    by_name: dict[str, zipfile.ZipInfo] = {}
    for info in archive.infolist():
        by_name.setdefault(_plain(info.filename), info)
    return archive, by_name


def _plain(name: str) -> str:
    return name.replace("\\", "/")


def _refused(info: zipfile.ZipInfo, name: str) -> str:
    parts = name.split("/")
    if name.startswith("/") or _DRIVE.match(name) or "\0" in name or any(part in ("", ".", "..") for part in parts):
        return "a path that leads out of its archive"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "a link; links are not followed"
    if info.flag_bits & 0x1:
        return "encrypted"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "packed in an unusual way"
    if info.file_size > _SMALL and info.file_size > _RATIO * max(info.compress_size, 1):
        return "would unfold to many times its size"
    return ""
