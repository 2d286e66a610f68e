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

_LARGEST = 25_000_000
"""Bytes of an archive that is opened."""
_MOST_MEMBERS = 5_000
_LARGEST_DIRECTORY = 2_000_000
_MOST_UNPACKED = 200_000_000
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


class NotOpened(Exception):
    """Why an archive or a member of one is not read, in words."""


def members(path: str) -> Iterator[tuple[str, str]]:
    """Every file of an export with the reason why it is not read (empty: it may be read), sorted by name.

    Raises:
        NotOpened: the archive is no export of an agent platform, is broken, or would unfold beyond the limits.
    """
    archive = _opened(path)
    listed = [info for info in archive.infolist() if not info.is_dir()]
    if not any(_EXPORT.search(_plain(info.filename)) for info in listed):
        raise NotOpened("an archive")
    if sum(info.file_size for info in listed) > _MOST_UNPACKED:
        raise NotOpened(f"an archive that unfolds to more than {_MOST_UNPACKED // 1_000_000} MB")
    seen: set[str] = set()
    for info in sorted(listed, key=lambda info: info.filename):
        name = _plain(info.filename)
        repeated = name in seen
        seen.add(name)
        yield name, "a second file of the same name" if repeated else _refused(info, name)


def read_member(path: str, name: str, limit: int) -> bytes | int:
    """Content of a member, or its size in bytes when that is over the limit.

    Raises:
        NotOpened: the archive or the member is broken or refused.
    """
    archive = _opened(path)
    for info in archive.infolist():
        if _plain(info.filename) == name:
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
    raise NotOpened("no longer in the archive")


def _opened(path: str) -> zipfile.ZipFile:
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
def _parsed(path: str, _changed: int, _size: int, _number: int) -> zipfile.ZipFile:
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
    return archive


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
