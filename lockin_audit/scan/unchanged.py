"""Recalls the whole result of the last scan where nothing in scope has changed, so that a second run costs little more than a listing.

What is compared is what git's index compares: path, size, times of change and inode of every file in scope, with all that is out of scope
and why. A file changed so shortly before the scan that a later change could carry the same time is not trusted, as git does not
trust it; such a result is not kept. Where one file differs, every file is read again and results are recalled by content (`cache`).
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from lockin_audit.scan.repository import Listing
from lockin_audit.scan.store import digest, keep, moment, program_digest, read_kept

if TYPE_CHECKING:
    from lockin_audit.core.evidence import Scan

FOLDER = "tree"
SLACK_NS = 2_000_000_000
"""Two changes of a file within this time may carry the same time: two seconds is the coarsest step of a file system in use."""
_PASSING = ("cannot be read", "crashed", "memory there is", "no longer in the archive")
"""Words of reasons that may not hold the next time."""


class Unchanged:
    """The last scan of a repository under a rule set. Made before any file is read, so that a change during the scan shows.

    Args:
        folder: cache folder of the tool; None keeps nothing.
        root: the repository.
        listing: what stands in it now.
        rules: digest of the rule set.
    """

    def __init__(self, folder: Path | None, root: str, listing: Listing, rules: bytes) -> None:
        self._path: Path | None = None
        self._now: int | None = None
        self._state, self._latest = "", 0
        if folder is not None:
            self._path = folder / FOLDER / f"{digest(os.path.realpath(root), rules, program_digest())}.scan"
            self._state, self._latest = state_of(root, listing)

    def recall(self) -> Scan | None:
        """The earlier result, if every file in scope is as it was then. Its time and commit are those of then."""
        if self._path is None:
            return None
        state, _, body = (read_kept(self._path) or b"").partition(b"\n")
        if body and state == self._state.encode():
            from pydantic import ValidationError

            from lockin_audit.core.evidence import Scan

            try:
                return Scan.model_validate_json(body).seen_as(self._state)
            except ValidationError:
                pass
        self._now = moment(self._path.parent)
        return None

    def keep(self, result: Scan) -> None:
        """Keep a result, unless it or the files it stands on may differ without any sign of it."""
        if self._path is None or self._now is None or self._latest > self._now - SLACK_NS:
            return
        if not any(word in skipped.reason for skipped in result.skipped for word in _PASSING):
            written = f"{self._state}\n{result.model_dump_json(exclude_defaults=True)}".encode("utf-8", "backslashreplace")
            if keep(self._path, written):
                result.seen_as(self._state)


def state_of(root: str, listing: Listing) -> tuple[str, int]:
    """Digest of everything in scope as the file system describes it, and the latest time of any change in nanoseconds."""
    total = hashlib.blake2b(digest_size=32)
    latest = 0
    seen: set[str] = set()
    for name in sorted(listing.folders):
        total.update(f"{name}\n".encode("utf-8", "surrogateescape"))
    for path, reason in listing.skipped:
        total.update(f"{path}\0{reason}\n".encode("utf-8", "surrogateescape"))
    for entry in listing.entries:
        file = entry.archive or entry.path
        line = f"{entry.path}\0{entry.language}\0{entry.role}\0{entry.is_test}\n"
        if file not in seen:
            try:
                status = os.lstat(f"{root}{os.sep}{file}")
            except OSError:
                line += "gone"
            else:
                changed = max(status.st_mtime_ns, status.st_ctime_ns)
                latest = max(latest, changed)
                line += f"{status.st_mode} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}\n"
            if entry.archive:
                seen.add(file)
        total.update(line.encode("utf-8", "surrogateescape"))
    return total.hexdigest(), latest
