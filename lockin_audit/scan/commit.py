"""The commit a work tree stands at, read from git's own files. Git is never run: a hostile `.git` could make it run commands."""

from __future__ import annotations

import os
import re
from pathlib import Path

from lockin_audit.scan.repository import read_regular

_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_REF = re.compile(r"refs/[\w][\w./+@#=,-]{0,250}")
_SMALL = 4_096
_PACKED_LIMIT = 64_000_000
"""Bytes of `packed-refs` that are read at most."""


def git_commit(repository: Path) -> str | None:
    """Commit id of the work tree that holds the folder; None where none can be read.

    Follows the `.git` file of a work tree or submodule, but no symbolic link, and returns nothing that is not a commit id.
    """
    try:
        folder = Path(os.path.realpath(repository))
    except (OSError, ValueError):
        return None
    for place in (folder, *folder.parents):
        dot_git = place / ".git"
        if os.path.lexists(dot_git):
            return None if dot_git.is_symlink() else _commit(dot_git)
    return None


def _commit(dot_git: Path) -> str | None:
    if not dot_git.is_dir():
        target = _text(dot_git, _SMALL).partition("gitdir:")[2].strip()
        if not target or target.startswith(("\\\\", "//")) or "\0" in target:
            return None
        dot_git = dot_git.parent / target
    common = dot_git
    shared = _text(dot_git / "commondir", _SMALL).strip()
    if shared and not shared.startswith(("\\\\", "//")) and "\0" not in shared:
        common = dot_git / shared
    head = _text(dot_git / "HEAD", _SMALL).strip()
    for _ in range(5):
        if _ID.fullmatch(head):
            return head
        reference = head.partition("ref:")[2].strip()
        if not head.startswith("ref:") or not _REF.fullmatch(reference) or ".." in reference:
            return None
        head = _text(dot_git / reference, _SMALL).strip() or _text(common / reference, _SMALL).strip() or _packed(common, reference)
    return None


def _packed(common: Path, reference: str) -> str:
    for line in _text(common / "packed-refs", _PACKED_LIMIT).splitlines():
        if line.endswith(" " + reference):
            return line.partition(" ")[0]
    return ""


def _text(path: Path, limit: int) -> str:
    try:
        data = read_regular(os.fspath(path), limit)
    except (OSError, ValueError):
        return ""
    return data.decode("utf-8", "replace") if isinstance(data, bytes) else ""
