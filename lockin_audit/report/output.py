"""The output folder: checked before the work, written beside, moved into place, so that an earlier report is never left half replaced.

All new files are written and flushed to the disk in a hidden folder inside the output folder (so the move never crosses a file
system). Only then are they moved, one rename each; a fault during the moves puts every file back.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from lockin_audit.core.errors import ScopeError
from lockin_audit.report.manifest import NAME, Manifest, build_manifest, is_inside, read_manifest
from lockin_audit.report.study import Study

STAGING: Final = ".lockin-audit-writing-"
"""Prefix of the hidden folder new files are written to; one left by a killed run is removed by the next."""


@dataclass(frozen=True)
class Written:
    """A file of the finished report."""

    name: str
    """Path relative to the output folder, with `/` separators."""
    size: int
    """Bytes."""


def check_out(out: Path, *, force: bool) -> Manifest | None:
    """Refuse an output folder that cannot or should not be written; the manifest of an earlier report of ours otherwise.

    Raises:
        ScopeError: it is a file or a link, holds other people's files (without `force`), or cannot be written.
    """
    if out.is_symlink():
        raise ScopeError(f"{out}: is a link. Name the folder it points to with --out.")
    try:
        if not out.exists():
            parent = next(p for p in out.absolute().parents if p.exists())
            if not parent.is_dir():
                raise ScopeError(f"{out}: {parent.name} is a file, not a folder. Name another folder with --out.")
            if not os.access(parent, os.W_OK | os.X_OK):
                raise ScopeError(f"{out}: the folder above may not be written. Name another folder with --out.")
            return None
        if not out.is_dir():
            raise ScopeError(f"{out}: is a file, not a folder. Name a folder for the report with --out.")
        entries = [e.name for e in os.scandir(out) if not e.name.startswith(STAGING)]
    except OSError as error:
        raise ScopeError(f"{out}: cannot be read: {error.strerror}. Name another folder with --out.") from None
    if not os.access(out, os.W_OK | os.X_OK):
        raise ScopeError(f"{out}: may not be written. Change its permissions or name another folder with --out.")
    manifest = read_manifest(out)
    if entries and manifest is None and not force:
        raise ScopeError(
            f"{out}: holds files that are no report of lockin-audit. Name an empty folder, or add --force to write among them."
        )
    return manifest


def write_report(study: Study, files: Mapping[str, bytes], out: Path, *, force: bool = False) -> list[Written]:
    """Write the files and their manifest; returns all of them, sorted by name.

    Files of an earlier report of ours that are no longer made are removed; files of others stay, and one whose name we need is
    replaced only with `force`.

    Args:
        study: what the manifest describes.
        files: name (relative, `/` separators) → content, without the manifest.
        out: output folder; made where it does not exist.
        force: write although the folder holds other people's files.
    Raises:
        ScopeError: see `check_out`; also when writing fails, in which case the earlier report is whole.
    """
    for name in files:
        if not is_inside(name) or name == NAME:
            raise ValueError(f"{name!r} is no name for a file of a report")
    earlier = check_out(out, force=force)
    ours = {entry.name for entry in earlier.files} | {NAME} if earlier else set()
    complete = {**dict(sorted(files.items())), NAME: build_manifest(study, files)}
    _check_targets(out, complete, ours, force=force)
    made = not out.exists()
    staging: Path | None = None
    try:
        out.mkdir(parents=True, exist_ok=True)
        for left in out.glob(f"{STAGING}*"):
            shutil.rmtree(left, ignore_errors=True)
        staging = Path(tempfile.mkdtemp(prefix=STAGING, dir=out))
        for name, data in complete.items():
            _write(staging / "new" / name, data)
        _move_in(staging, out, tuple(complete), tuple(sorted(ours - set(complete))))
    except OSError as error:
        whole = "" if made else " The earlier report is unchanged."
        raise ScopeError(
            f"{out}: the report could not be written: {error.strerror or error}.{whole} Free space or name another folder."
        ) from None
    finally:
        if staging is not None:
            shutil.rmtree(staging, ignore_errors=True)
        if made and out.is_dir() and not any(out.iterdir()):
            out.rmdir()
    return [Written(name, len(data)) for name, data in sorted(complete.items())]


def _check_targets(out: Path, names: Mapping[str, bytes], ours: set[str], *, force: bool) -> None:
    for name in names:
        target = out / name
        for folder in target.parents:
            if folder == out:
                break
            if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
                raise ScopeError(
                    f"{folder}: is not a plain folder, and the report needs one of that name. Rename it or name another --out."
                )
        if target.is_dir() and not target.is_symlink():
            raise ScopeError(f"{target}: is a folder, and the report needs a file of that name. Rename it or name another --out.")
        if os.path.lexists(target) and name not in ours and not force:
            raise ScopeError(f"{target}: is not from an earlier report. Rename it, name another --out, or add --force to replace it.")


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _move_in(staging: Path, out: Path, names: tuple[str, ...], stale: tuple[str, ...]) -> None:
    """Move new files in and stale ones out; on any fault every file is put back as it was."""
    undo: list[tuple[Path, Path | None]] = []
    try:
        for name in (*(n for n in stale if _is_plain_file(out, n)), *names):
            target, kept = out / name, staging / "old" / name
            existed = os.path.lexists(target)
            undo.append((target, kept if existed else None))
            if existed:
                _keep(target, kept)
            if name in names:
                target.parent.mkdir(parents=True, exist_ok=True)
                (staging / "new" / name).replace(target)
            else:
                target.unlink(missing_ok=True)
    except BaseException:
        for target, before in reversed(undo):
            if before is None:
                target.unlink(missing_ok=True)
            elif os.path.lexists(before):
                before.replace(target)
        raise
    for folder in sorted({p for name in stale for p in PurePosixPath(name).parents if p.parts}, key=lambda p: -len(p.parts)):
        if (out / folder).is_dir() and not (out / folder).is_symlink() and not any((out / folder).iterdir()):
            (out / folder).rmdir()


def _keep(target: Path, kept: Path) -> None:
    """Keep the old file for putting back: as a second name of the same file where the file system can, else moved aside."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(target, kept, follow_symlinks=False)
    except (OSError, NotImplementedError):
        target.rename(kept)


def _is_plain_file(out: Path, name: str) -> bool:
    """Whether a file of an earlier report still stands there, and not behind a link somebody has put in its way."""
    target = out / name
    inside = [p for p in target.parents if out in p.parents]
    return target.is_file() and not target.is_symlink() and not any(p.is_symlink() for p in inside)
