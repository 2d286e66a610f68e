"""Files the scanner keeps from one run to the next: each whole or not at all, checked when read, bounded, and never needed.

A file is a checksum and a body. It is written beside its place and moved there, so that runs at the same time never see half of one
(the last one wins). What is damaged, foreign or too large reads as if it were not there; what cannot be written is no fault.
"""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from functools import cache
from pathlib import Path

from lockin_audit import __version__
from lockin_audit.core.data_files import PACKAGE
from lockin_audit.core.errors import AuditError
from lockin_audit.core.write_file import write_file

MOST_FILES = 40
MOST_BYTES = 200_000_000
"""Bounds of one folder of kept files; the oldest go first."""
RULES = "rules"
"""Folder of what is made of the packs: their records, the tables of the prefilter, the compiled search."""
MOST_RULE_SETS = 8
"""Rule sets that are kept: a tool version, with and without `--packs`, and those of a few earlier ones."""


def read_kept(path: Path) -> bytes | None:
    """The body of a kept file; None where there is none, or none that is sound."""
    try:
        status = path.stat()
        if status.st_size > MOST_BYTES or not stat.S_ISREG(status.st_mode):
            return None
        checksum, _, body = path.read_bytes().partition(b"\n")
    except (OSError, ValueError):
        return None
    return body if hashlib.sha256(body).hexdigest().encode() == checksum else None


def keep(path: Path, body: bytes, *, most: int = MOST_FILES) -> bool:
    """Write a kept file and hold its folder within its bounds; whether it could be written."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_file(path, hashlib.sha256(body).hexdigest().encode() + b"\n" + body, lasting=False)
        path.chmod(0o600)
        _trim(path, most)
    except (OSError, AuditError, ValueError):
        return False
    return True


def _trim(kept: Path, most: int) -> None:
    """Delete the oldest files beyond the bounds, among them what a killed run left half written; another run may do so as well."""
    aged = []
    for path in kept.parent.glob(f"*{kept.suffix}*"):
        try:
            status = path.stat()
        except OSError:
            continue
        aged.append((status.st_mtime_ns, status.st_size, path))
    total = 0
    for place, (_, size, path) in enumerate(sorted(aged, key=lambda item: (item[0], item[2].name), reverse=True)):
        total += size
        if path != kept and (place >= most or total > MOST_BYTES):
            path.unlink(missing_ok=True)


def only_ours(path: Path) -> bool:
    """Whether nobody but this user can have written a file: for what is handed to native code. Always true where files have no owner."""
    if not hasattr(os, "getuid"):
        return True
    try:
        found = [place.stat() for place in (path, path.parent)]
    except OSError:
        return False
    return all(status.st_uid == os.getuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH) for status in found)


def outside(folder: Path | None, repository: Path) -> Path | None:
    """The cache folder, or None where it stands inside the repository: what is handed to native code could be the repository's own."""
    return None if folder is None or folder.resolve().is_relative_to(repository.resolve()) else folder


def moment(folder: Path) -> int | None:
    """The present by the clock of the file system that holds the folder, in nanoseconds; None where nothing can be written there."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as mark:
            mark.write(b"\n")
            mark.flush()
            return os.fstat(mark.fileno()).st_mtime_ns
    except (OSError, ValueError):
        return None


@cache
def program_digest() -> bytes:
    """Version of the tool and state of the files that decide what a scan finds (which change without a new version in a checkout)."""
    total = hashlib.sha256(__version__.encode())
    for folder in (PACKAGE / "scan", PACKAGE / "core"):
        for path in sorted(folder.rglob("*.py")):
            status = path.stat()
            total.update(f"{path.relative_to(PACKAGE)} {status.st_size} {status.st_mtime_ns}\n".encode())
    return total.digest()


def digest(*parts: str | bytes) -> str:
    """Name of what is decided by these parts, in hexadecimal digits; where one ends and the next begins counts."""
    total = hashlib.blake2b(digest_size=16)
    for part in parts:
        encoded = part.encode("utf-8", "backslashreplace") if isinstance(part, str) else part
        total.update(len(encoded).to_bytes(8, "big"))
        total.update(encoded)
    return total.hexdigest()
