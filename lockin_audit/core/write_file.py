"""Writing one file so that it is either the old one or the whole new one, never half of either."""

from __future__ import annotations

import os
from pathlib import Path

from lockin_audit.core.errors import ScopeError


def write_file(path: Path, content: str | bytes, *, lasting: bool = True) -> int:
    """Write beside the target and move into place; returns the size in bytes.

    Args:
        path: the target.
        content: what it holds afterwards; text as UTF-8.
        lasting: wait until the disk has it. Of no use for what is checked when read and can be made again.
    Raises:
        ScopeError: the folder is missing or cannot be written, the target is a folder, or the disk is full.
    """
    import tempfile  # takes a while to load, and many a run writes no file

    data = content.encode() if isinstance(content, str) else content
    if path.is_dir():
        raise ScopeError(f"{path}: is a folder. Name a file to write.")
    if not path.parent.is_dir():
        raise ScopeError(f"{path}: its folder does not exist. Make the folder first or name another place.")
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            if lasting:
                os.fsync(stream.fileno())
        umask = os.umask(0)
        os.umask(umask)
        Path(temporary).chmod(0o666 & ~umask)
        Path(temporary).replace(path)
    except BaseException as error:  # Ctrl-C as well leaves nothing behind
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        raise ScopeError(f"{path}: cannot be written: {error.strerror}. Nothing was changed; free space or name another place.") from None
    return len(data)
